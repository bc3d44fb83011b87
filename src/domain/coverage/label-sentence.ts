import type { Token } from '../reading/token';
import { ELEMENTS, type Element, type Evidence, type Label } from './element';
import { foldSentence } from './fold-sentence';
import { PATTERNS } from './patterns';

/** How strongly each construction speaks for (or against) an element; a sentence carries it from 1 on. */
const VOTES: Record<Element, Readonly<Record<string, number>>> = {
  target: {
    'person.modified': 0.5,
    'person.wants': 0.4,
    'person.troubled': 0.7,
    'person.for': 0.4,
    'segment.modified': 0.4,
    'segment.for': 0.6,
    'segment.troubled': 0.4,
    'segment.vocative': 0.2,
    'segment.is': 0.3,
    'segment.size': 0.7,
    'segment.age': 0.3,
    'segment.cleft': 0.7,
    'segment.cleft.person': 0.7,
    'segment.specialised': 0.7,
    toward: 0.5,
    'such.person': 0.3,
    'such.segment': 0.7,
    statistic: 0.5,
    'statistic.lead': 0.5,
    'many.such': 0.6,
    'often.heard': 0.4,
    'ask.state': 0.9,
    'ask.experience': 1,
    'ask.trouble': 0.5,
    'ask.any': 0.2,
    'ask.invite': -0.8,
    'word.trouble': 0.2,
    'trouble.shimau': 0.3,
    'trouble.end': 0.4,
    'want.but': 0.5,
    'dont.know': 0.4,
    'request.introduction.segment': 0.6,
    'if.there': 0.5,
    meet: 0.3,
    'word.segment': 0.15,
    speaker: -0.7,
    past: -0.5,
    name: -0.6,
    courtesy: -0.4,
    testimony: -0.3,
    'result.case': -0.4,
    'job.or.investor': -0.5,
  },
  feature: {
    'act.polite': 0.5,
    'act.do': 0.7,
    'act.state': 0.4,
    'act.plain': 0.4,
    'do.not': 0.5,
    'none.needed': 0.7,
    only: 0.4,
    price: 0.8,
    speed: 0.7,
    hours: 0.4,
    'can.function': 0.9,
    can: 0.4,
    selectable: 0.5,
    record: 0.7,
    credential: 0.6,
    strength: 0.4,
    'offer.name': 0.6,
    'method.specialised': 0.6,
    'from.to': 0.4,
    using: 0.6,
    'one.by.one': 0.6,
    'with.you': 0.4,
    'word.act': 0.3,
    'word.scope': 0.3,
    courtesy: -0.8,
    name: -0.5,
    past: -0.5,
    speaker: -0.4,
    become: -0.4,
    testimony: -0.5,
    'ask.any': -0.5,
    'request.end': -0.9,
    'no.longer': -0.3,
    'company.fact': -0.3,
    'word.trouble': -0.2,
    'ask.invite': 0.4,
    aspire: -0.4,
  },
  benefit: {
    become: 0.6,
    'become.able': 0.5,
    'no.longer': 0.8,
    'to.zero': 0.8,
    'down.up': 0.5,
    returns: 0.7,
    'gain.have': 0.6,
    'gain.end': 0.4,
    'gain.adverb': 0.5,
    relief: 0.6,
    'testimony.said': 0.6,
    testimony: 0.2,
    'result.case': 0.3,
    'after.span': 0.4,
    'can.customer': 0.6,
    'so.that.end': 0.4,
    'state.make': 0.4,
    'let.you': 0.2,
    saves: 0.6,
    'change.into': 0.3,
    'word.gain': 0.2,
    'result.customer': 0.2,
    courtesy: -0.8,
    name: -0.6,
    speaker: -0.5,
    'ask.any': -0.6,
    'request.end': -0.7,
    aspire: -0.3,
    'word.trouble': -0.1,
    signpost: -0.4,
    'company.fact': -0.5,
    'do.not': -0.2,
    loss: -0.5,
  },
};

/** Decides which elements one sentence carries, from its tokens alone. */
export function labelSentence(text: string, _tokens: readonly Token[]): Label[] {
  const folded = foldSentence(text);
  const matches = PATTERNS.flatMap((pattern) => {
    const spans = [...folded.text.matchAll(pattern.expression)].filter((match) => match[0] !== '');
    return spans.length > 0 ? [{ name: pattern.name, spans }] : [];
  });
  return ELEMENTS.flatMap((element) => {
    const votes = matches.map((match) => ({ ...match, vote: VOTES[element][match.name] ?? 0 }));
    if (votes.reduce((sum, { vote }) => sum + vote, 0) < 1) return [];
    const strongest = Math.max(...votes.map(({ vote }) => vote));
    const evidence = votes
      .filter(({ vote }) => vote >= strongest * 0.75)
      .flatMap(({ spans }) =>
        spans.map((span) => ({
          start: folded.startOf[span.index] ?? 0,
          end: folded.endOf[span.index + span[0].length - 1] ?? text.length,
        })),
      );
    return [{ element, evidence: mergeSpans(evidence) }];
  });
}

function mergeSpans(spans: readonly Evidence[]): Evidence[] {
  const merged: Evidence[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

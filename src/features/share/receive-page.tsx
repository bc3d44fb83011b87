import { useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { ELEMENTS } from '../../domain/coverage/element';
import { detailsOf } from '../../domain/pitch/pitch';
import type { LinkError, SharedVariant } from '../../domain/sharing/shared-variant';
import { selectPitches, selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatAllowance, formatDuration, formatNumber } from '../../text-ja/format';
import { linkMessages, receiveText as text } from '../../text-ja/share';
import { Button, ButtonLink } from '../../ui/button';
import { ElementMark } from '../../ui/element-mark';
import { Figure, Figures } from '../../ui/figure';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './share.module.css';

interface ReceivePageProps {
  payload: string;
  readShared(payload: string): { ok: true; shared: SharedVariant } | { ok: false; error: LinkError };
}

/** What a link brought, or why it brought nothing. */
export function ReceivePage({ payload, readShared }: ReceivePageProps) {
  const read = useMemo(() => readShared(payload), [payload, readShared]);
  return (
    <div className={styles.arrived}>
      <h1 tabIndex={-1}>{read.ok ? text.title : text.failedTitle}</h1>
      {read.ok ? (
        <Arrived shared={read.shared} />
      ) : (
        <MessageBox trouble {...linkMessages[read.error]}>
          <ButtonLink to={paths.library()}>{text.toLibrary}</ButtonLink>
        </MessageBox>
      )}
    </div>
  );
}

const NEW_PITCH = '';

function Arrived({ shared }: { shared: SharedVariant }) {
  const [, navigate] = useLocation();
  const { pitchCreated, variantCreated } = useAppActions();
  const library = useAppStore((state) => state.library);
  const pitches = useAppStore(selectPitches).filter((pitch) => !pitch.example);
  const known = useAppStore((state) =>
    selectPitches(state)
      .flatMap((pitch) => selectVariantsOf(state, pitch.id))
      .find((variant) => variant.script === shared.script),
  );
  const knownPitch = useAppStore((state) => (known ? state.pitches[known.pitchId] : undefined));
  const [target, setTarget] = useState(NEW_PITCH);
  const targetId = useId();
  const pitchTitle = shared.pitchTitle.trim() || text.untitledPitch;

  const save = () => {
    const details = { ...detailsOf(shared), title: shared.title.trim() || text.untitledVariant };
    const variantId =
      target === NEW_PITCH
        ? pitchCreated(pitchTitle, details, shared).variantId
        : variantCreated(target, details, shared);
    // The script leaves the address with that: going back or loading again does not ask again.
    navigate(paths.write(variantId), { replace: true });
  };

  return (
    <>
      <p>{text.lead}</p>
      {known && (
        <MessageBox
          icon="check"
          title={text.knownTitle}
          body={text.knownBody(knownPitch?.title ?? '', known.title)}
        >
          <Button look="primary" onClick={() => navigate(paths.write(known.id), { replace: true })}>
            {text.goToKnown}
          </Button>
        </MessageBox>
      )}
      <SharedPanel shared={shared} />
      <Panel className={styles.stack}>
        {pitches.length > 0 && (
          <div className={styles.target}>
            <label htmlFor={targetId}>{text.target}</label>
            <select id={targetId} value={target} onChange={(event) => setTarget(event.target.value)}>
              <option value={NEW_PITCH}>{text.newPitch(pitchTitle)}</option>
              {pitches.map((pitch) => (
                <option key={pitch.id} value={pitch.id}>
                  {pitch.title}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className={styles.buttons}>
          <Button look={known ? 'secondary' : 'primary'} disabled={library === 'loading'} onClick={save}>
            {known ? text.saveAnother : text.save}
          </Button>
          <Button look="quiet" onClick={() => navigate(paths.library(), { replace: true })}>
            {text.decline}
          </Button>
        </div>
      </Panel>
    </>
  );
}

/** What came: for whom, how long, and the words. */
function SharedPanel({ shared }: { shared: SharedVariant }) {
  const report = useScriptReport(shared.script, shared.overrules);
  const empty = shared.script.trim() === '';
  const names = [
    [text.pitch, shared.pitchTitle],
    [text.variant, shared.title],
    [text.audience, shared.audience || text.noAudience],
  ];
  return (
    <Panel className={styles.stack}>
      <h2>{text.script}</h2>
      <dl className={styles.names}>
        {names.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Figures>
        <Figure name={shared.medium === 'written' ? text.medium : text.timeBudget}>
          {formatAllowance(shared)}
        </Figure>
        <Figure name={text.characters}>{text.charactersOf(formatNumber(report.characters.all))}</Figure>
        {shared.medium === 'spoken' && !empty && (
          <Figure name={text.duration}>
            {report.durationMs === null ? text.measuring : formatDuration(report.durationMs)}
          </Figure>
        )}
      </Figures>
      {!empty && (
        <div className={styles.elements}>
          <span className={styles.soft}>{text.elements}</span>
          {report.covered === null
            ? text.measuring
            : ELEMENTS.map((element) => (
                <ElementMark key={element} element={element} present={report.covered?.[element] ?? false} />
              ))}
        </div>
      )}
      {empty ? (
        <p>{text.emptyScript}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable
        <section className={styles.arrivedScript} aria-label={text.script} tabIndex={0}>
          {shared.script}
        </section>
      )}
    </Panel>
  );
}

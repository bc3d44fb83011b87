import { useState } from 'react';
import { draftExtent, readExtent } from '../domain/pitch/extent-draft';
import { type Extent, type Occasion, sameExtent } from '../domain/pitch/occasion';
import { NEW_VARIANT_DETAILS, type VariantDetails } from '../domain/pitch/pitch';
import type { Settings } from '../domain/settings/settings';
import { formatExtent, occasionsIn, occasionsText } from '../text-ja/occasions';
import { tailorText as text } from '../text-ja/tailor';
import { ChoiceGroup } from './choice-group';
import { ExtentDialog } from './extent-dialog';
import { TextField } from './field';

export interface VariantDetailsDialogProps {
  /** A pitch with its first variant, one more variant, other details of one that is there, or a copy for another place. */
  purpose: 'new-pitch' | 'new-variant' | 'change' | 'copy';
  /** What the variant has, or is to begin with; nothing decided yet where there is none. */
  initial?: VariantDetails;
  /** Said above the fields in place of what the purpose says. */
  lead?: string | undefined;
  /** What the button says that ends it, in place of what the purpose says. */
  submit?: string | undefined;
  settings: Settings;
  onSubmit(details: VariantDetails, pitchTitle: string): void;
  onClose(): void;
}

/** No occasion of the list, but what the person says below it. */
const OTHER = '';

const WORDS = {
  'new-pitch': { title: text.newPitchTitle, lead: undefined, submit: text.create },
  'new-variant': { title: text.newVariantTitle, lead: undefined, submit: text.create },
  change: { title: text.editTitle, lead: undefined, submit: text.save },
  copy: { title: text.duplicateTitle, lead: text.duplicateLead, submit: text.create },
};

/** Asks at what occasion, who listens and how long one has: for a new variant, a copy, or a change. */
export function VariantDetailsForm(props: VariantDetailsDialogProps) {
  const { purpose, settings } = props;
  const setting = settings.characterTarget;
  const occasions = occasionsIn(settings);
  const words = WORDS[purpose];
  const withPitch = purpose === 'new-pitch';
  const [initial] = useState(() => props.initial ?? firstDetails(withPitch ? occasions[0] : undefined));
  const same = (occasion: Occasion, extent: Extent): boolean => sameExtent(occasion, extent, setting);

  const [pitchTitle, setPitchTitle] = useState('');
  const [title, setTitle] = useState(initial.title);
  // A name that nobody has typed gives way to that of the occasion chosen.
  const [titleTyped, setTitleTyped] = useState(
    purpose === 'change' && !occasions.some(({ name }) => name === initial.title),
  );
  const [audience, setAudience] = useState(initial.audience);
  const [draft, setDraft] = useState(() => draftExtent(initial));
  const [chosen, setChosen] = useState(
    () =>
      occasions.find((occasion) => same(occasion, initial) && initial.title.includes(occasion.name))?.id ??
      OTHER,
  );

  const read = readExtent(draft, setting);
  const occasion = occasions.find(({ id }) => id === chosen);
  // What was changed below is no longer what the occasion allows.
  const shown = occasion && read.ok && same(occasion, read.extent) ? occasion.id : OTHER;
  const pitchTitleMissing = withPitch && pitchTitle.trim() === '';
  const titleMissing = title.trim() === '';

  const choose = (id: string) => {
    setChosen(id);
    const next = occasions.find((candidate) => candidate.id === id);
    if (!next) return;
    setDraft(draftExtent(next));
    if (!titleTyped) setTitle(next.name);
  };
  const lead = props.lead ?? words.lead;

  return (
    <ExtentDialog
      title={words.title}
      submit={props.submit ?? words.submit}
      draft={draft}
      setting={setting}
      complete={!pitchTitleMissing && !titleMissing}
      onDraft={setDraft}
      onSubmit={(extent) =>
        props.onSubmit({ title: title.trim(), audience: audience.trim(), ...extent }, pitchTitle.trim())
      }
      onClose={props.onClose}
    >
      {(tried) => (
        <>
          {lead && <p>{lead}</p>}
          {withPitch && (
            <TextField
              label={text.pitchTitle}
              hint={text.pitchTitleHint}
              error={tried && pitchTitleMissing ? text.pitchTitleMissing : null}
              value={pitchTitle}
              maxLength={80}
              onChange={(event) => setPitchTitle(event.target.value)}
            />
          )}
          {occasions.length > 0 && (
            <ChoiceGroup<string>
              legend={occasionsText.occasion}
              lines
              value={shown}
              onChange={choose}
              choices={[
                ...occasions.map((item) => ({
                  value: item.id,
                  name: item.name,
                  description: formatExtent(item),
                })),
                {
                  value: OTHER,
                  name: occasionsText.otherOccasion,
                  description: occasionsText.otherOccasionHint,
                },
              ]}
            />
          )}
          <TextField
            label={text.variantTitle}
            error={tried && titleMissing ? text.variantTitleMissing : null}
            value={title}
            maxLength={80}
            onChange={(event) => {
              setTitle(event.target.value);
              setTitleTyped(event.target.value !== '');
            }}
          />
          <TextField
            label={text.audience}
            hint={text.audienceHint}
            value={audience}
            maxLength={80}
            onChange={(event) => setAudience(event.target.value)}
          />
        </>
      )}
    </ExtentDialog>
  );
}

function firstDetails(occasion: Occasion | undefined): VariantDetails {
  if (!occasion) return NEW_VARIANT_DETAILS;
  const { name, medium, timeBudget, characterTarget } = occasion;
  return { ...NEW_VARIANT_DETAILS, title: name, medium, timeBudget, characterTarget };
}

import { expect, test } from 'vitest';
import { readBackup } from '../../../../src/adapters/storage/backup/backup-reader';
import { writeVariantFile } from '../../../../src/adapters/storage/backup/variant-file';
import { pitchOf, variantOf } from '../storage-fixtures';

test('a file of one variant is a backup that the import reads', async () => {
  const pitch = pitchOf({ example: true });
  const variant = variantOf({
    script: '\uD83D\u0000「はい」\n\nはい🌱。',
    overrules: [
      { sentenceText: 'はい🌱。', element: 'benefit', carries: true },
      { sentenceText: 'もう消した、内緒の話です。', element: 'target', carries: true },
    ],
    madeFrom: 'another',
    dismissedFindings: ['a'],
  });
  const read = await readBackup(writeVariantFile(pitch, variant, 1_700_000_000_000));
  expect(read).toMatchObject({
    ok: true,
    backup: {
      exportedAt: 1_700_000_000_000,
      settings: null,
      pitches: [{ ...pitch, example: false }],
      variants: [
        {
          ...variant,
          overrules: [{ sentenceText: 'はい🌱。', element: 'benefit', carries: true }],
          madeFrom: null,
          dismissedFindings: [],
        },
      ],
      takes: [],
    },
  });
});

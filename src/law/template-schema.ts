import { z } from 'zod';
import { dated, sourced } from './schemas.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'is small letters, digits and dashes');
const words = z.string().trim().min(1);

const types = ['line', 'words', 'day', 'time', 'number', 'choice', 'choices'] as const;
const isOfChoices = (type: string): boolean => type === 'choice' || type === 'choices';

const plainField = z
  .strictObject({
    id: id.refine((one) => one !== 'key', 'a row has a key of its own'),
    label: words,
    hint: words.exactOptional(),
    type: z.enum(types),
    choices: z.array(words).min(1).exactOptional(),
    required: z.literal(true).exactOptional(),
  })
  .refine(
    ({ type, choices }) => isOfChoices(type) === (choices !== undefined),
    'choices are of the types choice and choices',
  );

const rowsField = z.strictObject({
  id,
  label: words,
  hint: words.exactOptional(),
  type: z.enum(['rows', 'actions']),
  columns: z.array(plainField).min(1),
  of: z
    .union([z.strictObject({ areas: id }), z.strictObject({ field: id, ofWhatItIsPartOf: z.literal(true) })])
    .exactOptional(),
  required: z.literal(true).exactOptional(),
});

/** The form of a kind of paper, from a day to a day. Its shape is `Template` of `src/papers/rules/template.ts`. */
export const template = z.strictObject({
  kind: id,
  id,
  name: words,
  ...dated,
  about: z.string().min(20),
  sections: z
    .array(
      z.strictObject({
        heading: words,
        hint: words.exactOptional(),
        fields: z.array(z.union([rowsField, plainField])).min(1),
      }),
    )
    .min(1),
  ...sourced,
});

/** A set of areas that are looked at and graded one by one. */
export const setOfAreas = z.strictObject({
  id,
  name: words,
  ...dated,
  areas: z.array(z.strictObject({ id, name: words, hint: words.exactOptional() })).min(1),
  ...sourced,
});

/** How long, or how often: five working days for a note, six weeks between meetings. */
export const rhythm = z.strictObject({
  id,
  name: words,
  amount: z.int().positive(),
  unit: z.enum(['working days', 'days', 'weeks']),
  ...dated,
  ...sourced,
});

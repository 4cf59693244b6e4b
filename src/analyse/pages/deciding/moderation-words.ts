import type { ModerationReason } from '#/analyse/rules/deciding/moderation.ts';

/** Why a school is looked at: over a list, and in front of what is said. */
export const reasonKindWords: Readonly<
  Record<ModerationReason['kind'], { readonly heading: string; readonly label: string }>
> = {
  mover: { heading: 'Moved since it was last decided or proposed', label: 'Moved' },
  disagreement: { heading: 'Seen otherwise by somebody', label: 'Seen otherwise' },
  'thin evidence': { heading: 'Thin evidence', label: 'Thin evidence' },
  intelligence: { heading: 'Something was heard of it', label: 'Heard of' },
};

/** In the order of the meeting. */
export const reasonKinds = Object.keys(reasonKindWords) as readonly ModerationReason['kind'][];

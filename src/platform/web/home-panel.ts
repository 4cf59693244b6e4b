import type { Permission, Person } from '#/people/rules/permissions.ts';
import type { Role } from '#/people/rules/roles.ts';
import type { CategoryTag } from './category-tag.ts';
import type { CreditedSource } from './credits.ts';
import type { ShellAuthority } from './shell.ts';

/**
 * What a room shows on the home page, to whoever it is for. A room makes its panels in `pages/home-panels.ts`, each
 * `(parts: Parts) => HomePanel`; `src/home.ts` gathers them, and the home page asks them side by side. A panel that fails is
 * said to have failed; the others are shown.
 */
export interface HomePanel {
  /** Tells it from every other, in small letters with dashes; also the place on the page, as in `home#schools-of-concern`. */
  readonly name: string;
  /** The subject of the answer: “Schools causing concern”, not “Dashboard”. */
  readonly heading: string;
  /** Asked of the person's roles in this authority before anything is read; the actions behind it ask again. */
  readonly for: { readonly permission: Permission } | { readonly roles: readonly Role[] };
  /** The place among the panels, smallest first: 0 to 99 what is due and waiting, 100 to 199 answers, 200 on where to look. */
  readonly order: number;
  /** Where it stands elsewhere for somebody with this role; of several the smallest. */
  readonly orderFor?: Readonly<Partial<Record<Role, number>>>;
  /** What there is to say to this person now; `null`: nothing that is theirs, so the panel is left out. */
  readonly read: (person: Person, authority: ShellAuthority) => Promise<PanelContent | null>;
}

export interface PanelContent {
  readonly parts: readonly PanelPart[];
  /** Where all of it is. */
  readonly more?: PanelLink;
  /** The files that its numbers came from. */
  readonly sources?: readonly CreditedSource[];
  /**
   * What is written to the reading log before it is shown, beside that the home page was opened: for every school whose
   * category or other confidence it tells by name.
   */
  readonly readings?: readonly PanelReading[];
}

export interface PanelReading {
  /** As other pages log it, for example `read category`. */
  readonly event: string;
  readonly urn?: string;
}

export type PanelPart =
  /** A sentence with its number, of how many, of whom and as at when. The first of a panel is set larger. */
  | { readonly kind: 'sentence'; readonly text: PanelText }
  /** At most about eight rows; the whole is behind `more`. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly text: string; readonly number?: true }[];
      /** A cell for each column; the first is the row's heading. */
      readonly rows: readonly (readonly PanelText[])[];
    }
  /** Things to open or to do, most urgent first. */
  | { readonly kind: 'links'; readonly links: readonly PanelItem[] }
  /** There is nothing, in words, and the next step. */
  | { readonly kind: 'nothing'; readonly text: PanelText; readonly next?: PanelLink };

/** Words, with links and categories among them. */
export type PanelText = string | readonly (string | PanelLink | PanelTag)[];

export interface PanelLink {
  readonly text: string;
  readonly href: string;
}

/** A category as everywhere: `categoryTag(…)`. */
export interface PanelTag {
  readonly tag: CategoryTag;
}

export interface PanelItem extends PanelLink {
  /** When, in words: `due 12 July 2026`, `3 days late`. Its state is told by words, and by colour besides. */
  readonly when?: { readonly words: string; readonly state: 'late' | 'due' | 'waiting' | 'done' };
  /** One line under it. */
  readonly detail?: PanelText;
}

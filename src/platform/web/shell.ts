import type { Permission, RoleToday } from '#/people/rules/permissions.ts';
import { roleMeaning } from '#/people/rules/roles.ts';
import { authorityHomeAddress, homeAddress, ourViewAddress } from './addresses.ts';
import type { Credit, CreditedSource } from './credits.ts';
import { credits } from './credits.ts';
import { navigationOf, type PlaceInSite, type Section } from './navigation.ts';

/** The body whose schools a page is about. */
export interface ShellAuthority {
  readonly name: string;
  readonly slug: string;
  /** Its schools are invented: every page and every download says so. */
  readonly invented: boolean;
}

export interface Crumb {
  readonly text: string;
  readonly href: string;
  /** Left out for a reader who may not open it. */
  readonly permission?: Permission;
}

/** What a page says about itself, so that header, way back, banner and footer can be drawn around it. */
export interface Shell {
  readonly authority: ShellAuthority | null;
  readonly section: Section | null;
  /** The way back, nearest last; the page itself is left out. */
  readonly crumbs: readonly Crumb[];
  /** The files the page drew on. */
  readonly sources: readonly CreditedSource[];
  /** The second row of navigation, where the page has its own: what was chosen goes from page to page. */
  readonly within?: readonly PlaceInSite[];
}

/** What the templates see of the shell. */
export interface ShellView {
  readonly title: string;
  readonly windowTitle: string;
  readonly authority: ShellAuthority | null;
  readonly navigation: readonly PlaceInSite[];
  readonly within: readonly PlaceInSite[];
  readonly crumbs: readonly { text: string; href?: string }[];
  readonly credits: readonly Credit[];
  readonly banner: string | null;
  /** Who is reading; `null` before anybody signed in. */
  readonly reader: string | null;
  /** For whom a browser keeps what is typed and not sent yet (`scripts/keep-typed.js`); empty for nobody. */
  readonly keptFor: string;
  /** The reader has several authorities, and chooses among them there. */
  readonly chooseAddress: string | null;
}

/** What the shell needs to know of who is reading. */
export interface Reader {
  /** `null`: nobody has signed in. */
  readonly name: string | null;
  /** The person, as the authority knows them. */
  readonly id?: string;
  readonly may: (permission: Permission) => boolean;
  /** What they hold today, in the page's authority or in all of theirs. */
  readonly roles?: readonly RoleToday[];
  /** Slugs of the authorities that know them. */
  readonly authorities?: readonly string[];
}

/** Whoever has not signed in. */
export const nobody: Reader = { name: null, may: () => false };

/** For pages that are about nobody's schools. */
export const plainShell: Shell = { authority: null, section: null, crumbs: [], sources: [] };

/** Surrounds a page for one reader: only what they may open is in the navigation. */
export function shellView(shell: Shell, title: string, reader: Reader): ShellView {
  const { authority } = shell;
  const windowTitle = [title, authority?.name, 'Middle Tier'].filter((part) => part !== undefined);
  const slug = authority?.slug ?? onlyAuthority(reader);
  const { sections, pages } = rowsOf(shell, slug, reader);
  return {
    title,
    windowTitle: [...new Set(windowTitle)].join(' – '),
    authority,
    navigation: sections,
    within: shell.within ?? pages,
    crumbs: wayBack(shell, title, slug, reader),
    credits: credits(shell.sources),
    banner: bannerWords(shell),
    reader: reader.name,
    keptFor: reader.id ?? '',
    chooseAddress: reader.name !== null && (reader.authorities ?? []).length > 1 ? chooseAddress : null,
  };
}

/** What is said above everything else where anything shown was made up. */
export function bannerWords(shell: Pick<Shell, 'authority' | 'sources'>): string | null {
  if (shell.authority?.invented === true) {
    return `Invented data: ${shell.authority.name} and its schools do not exist. No figure here is about a real school.`;
  }
  if (shell.authority === null && shell.sources.some((source) => source.invented)) {
    return 'Invented data: some of the files here were made up for demonstration and are marked so.';
  }
  return null;
}

/** A page about nobody's schools is read by somebody of an authority all the same. */
function onlyAuthority({ name, authorities = [] }: Reader): string | null {
  const [only] = authorities;
  return name !== null && only !== undefined && authorities.length === 1 ? only : null;
}

function rowsOf(
  shell: Shell,
  slug: string | null,
  reader: Reader,
): { readonly sections: readonly PlaceInSite[]; readonly pages: readonly PlaceInSite[] } {
  if (reader.name === null || slug === null) return { sections: [], pages: [] };
  const { sections, pages } = navigationOf(slug, shell.section, reader.may);
  const [home, ...others] = sections;
  if (home === undefined) return { sections, pages };
  return { sections: [home, ...ourSchool(shell, slug, reader), ...others], pages };
}

/** Whoever belongs to one school finds it beside their home; whoever belongs to several finds them at home. */
function ourSchool(shell: Shell, slug: string, { roles = [], may }: Reader): readonly PlaceInSite[] {
  const ofSchools = roles.filter(({ role }) => roleMeaning(role).of === 'school');
  const own = new Set(ofSchools.flatMap(({ schools }) => (schools === 'all' ? [] : schools)));
  const [only] = own;
  if (only === undefined || own.size > 1 || !may('read the school’s own page')) return [];
  return [{ text: 'Our school', href: ourViewAddress(slug, only), current: shell.section === 'Our school' }];
}

const chooseAddress = `${homeAddress}?choose`;

/** Where every way back begins: the reader's home page. */
export const homeCrumb: Crumb = { text: 'Home', href: homeAddress };

/** On an authority's page home is that authority's, not the choice among several. */
function wayBack(
  { crumbs }: Shell,
  title: string,
  slug: string | null,
  { may }: Reader,
): ShellView['crumbs'] {
  if (crumbs.length === 0) return [];
  const open = crumbs.filter(({ permission }) => permission === undefined || may(permission));
  const home = slug === null ? homeAddress : authorityHomeAddress(slug);
  return [
    ...open.map((crumb) => ({ text: crumb.text, href: crumb === homeCrumb ? home : crumb.href })),
    { text: title },
  ];
}

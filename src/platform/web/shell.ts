import type { Permission } from '#/people/rules/permissions.ts';
import {
  homeAddress,
  mapAddress,
  overviewAddress,
  registerAddress,
  resultsAddress,
  schemeAddress,
  sourcesAddress,
  suppliedAddress,
} from './addresses.ts';
import type { Credit, CreditedSource } from './credits.ts';
import { credits } from './credits.ts';

export type Section =
  | 'Overview'
  | 'Risk register'
  | 'Results'
  | 'Map'
  | 'How categories are decided'
  | 'Supplied files'
  | 'Sources';

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
}

/** What a page says about itself, so that header, way back, banner and footer can be drawn around it. */
export interface Shell {
  readonly authority: ShellAuthority | null;
  readonly section: Section | null;
  /** The way back, nearest last; the page itself is left out. */
  readonly crumbs: readonly Crumb[];
  /** The files the page drew on. */
  readonly sources: readonly CreditedSource[];
  /** The pages of the section, where it has several: a second row of navigation. */
  readonly within?: readonly PageWithin[];
}

/** One page of a section of several. */
export interface PageWithin {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

/** What the templates see of the shell. */
export interface ShellView {
  readonly title: string;
  readonly windowTitle: string;
  readonly authority: ShellAuthority | null;
  readonly navigation: readonly { text: string; href: string; current: boolean }[];
  readonly within: readonly PageWithin[];
  readonly crumbs: readonly { text: string; href?: string }[];
  readonly credits: readonly Credit[];
  readonly banner: string | null;
  /** Who is reading; `null` before anybody signed in. */
  readonly reader: string | null;
}

/** What the shell needs to know of who is reading. */
export interface Reader {
  /** `null`: nobody has signed in. */
  readonly name: string | null;
  readonly may: (permission: Permission) => boolean;
}

/** Whoever has not signed in. */
export const nobody: Reader = { name: null, may: () => false };

/** For pages that are about nobody's schools. */
export const plainShell: Shell = { authority: null, section: null, crumbs: [], sources: [] };

/** Surrounds a page for one reader: only what they may open is in the navigation. */
export function shellView(shell: Shell, title: string, reader: Reader): ShellView {
  const { authority } = shell;
  const windowTitle = [title, authority?.name, 'Middle Tier'].filter((part) => part !== undefined);
  return {
    title,
    windowTitle: [...new Set(windowTitle)].join(' – '),
    authority,
    navigation: navigation(shell, reader),
    within: shell.within ?? [],
    crumbs: shell.crumbs.length === 0 ? [] : [...shell.crumbs, { text: title }],
    credits: credits(shell.sources),
    banner: bannerWords(shell),
    reader: reader.name,
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

function navigation(shell: Shell, reader: Reader): ShellView['navigation'] {
  const item = (text: Section, href: string) => ({ text, href, current: shell.section === text });
  const { authority } = shell;
  if (reader.name === null) return [];
  if (authority === null) return [item('Sources', sourcesAddress)];
  return [
    item('Overview', overviewAddress(authority.slug)),
    ...(reader.may('read lists of categories')
      ? [item('Risk register', registerAddress(authority.slug))]
      : []),
    item('Results', resultsAddress(authority.slug)),
    item('Map', mapAddress(authority.slug)),
    item('How categories are decided', schemeAddress(authority.slug)),
    ...(reader.may('read supplied files') ? [item('Supplied files', suppliedAddress(authority.slug))] : []),
    item('Sources', sourcesAddress),
  ];
}

/** The list of authorities, also where there is only one. */
export const homeCrumb: Crumb = { text: 'Authorities', href: `${homeAddress}?choose` };

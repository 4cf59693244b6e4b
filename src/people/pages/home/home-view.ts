import type { OwnRoleNamed } from '#/people/actions/own-authorities.ts';
import { roleMeaning } from '#/people/rules/roles.ts';
import type { PanelPart, PanelText } from '#/platform/web/home-panel.ts';
import { dateInWords, list } from '#/platform/web/words.ts';
import type { PanelRead } from './read-panels.ts';

/** The home page of one person in one authority. */
export function homeView(
  person: { readonly name: string },
  roles: readonly OwnRoleNamed[],
  read: readonly PanelRead[],
) {
  return {
    greeting: person.name,
    roles: [...Map.groupBy(roles, ({ role, to }) => `${role} ${to ?? ''}`).values()].flatMap(roleView),
    panels: read.map(panelView),
  };
}

const bodiesShown = 3;

/** A role in words, with what it is for: `Headteacher: Fen Primary School, until 31 August 2026`; one line for several schools. */
function roleView(same: readonly OwnRoleNamed[]) {
  const [first] = same;
  if (first === undefined) return [];
  const { name, meaning } = roleMeaning(first.role);
  const bodies = same.flatMap(({ scopeKind, scopeName, schoolName }) =>
    scopeKind === 'authority' ? [] : [schoolName ?? ofBody(scopeKind, scopeName)],
  );
  const more = bodies.length - bodiesShown;
  const told = more > 0 ? [...bodies.slice(0, bodiesShown), `${String(more)} more`] : bodies;
  const of = bodies.length === 0 ? name : `${name}: ${list(told)}`;
  return [{ title: first.to === null ? of : `${of}, until ${dateInWords(first.to)}`, meaning }];
}

/** `Marshland Federation`, but `Fenside division` where the name does not say what it is. */
function ofBody(kind: string, name: string): string {
  return name.toLowerCase().includes(kind) ? name : `${name} ${kind}`;
}

function panelView({ panel, said }: PanelRead) {
  const about = { id: panel.name, heading: panel.heading };
  if ('fault' in said) return { ...about, parts: [], more: null, failure: null, fault: said.fault.reference };
  if ('failure' in said) {
    const { message, whatToDo } = said.failure;
    return { ...about, parts: [], more: null, failure: { message, whatToDo }, fault: null };
  }
  const { parts, more = null } = said.content;
  return { ...about, parts: parts.map(partView), more, failure: null, fault: null };
}

/** The template reads every kind by the same names; what a kind does not have is `null`. */
function partView(part: PanelPart) {
  switch (part.kind) {
    case 'sentence':
      return { kind: part.kind, text: pieces(part.text) };
    case 'table':
      return {
        kind: part.kind,
        caption: part.caption,
        columns: part.columns.map(({ text, number = false }) => ({ text, number })),
        rows: part.rows.map((cells) =>
          cells.map((cell, index) => ({
            text: pieces(cell),
            number: part.columns[index]?.number ?? false,
          })),
        ),
      };
    case 'links':
      return {
        kind: part.kind,
        links: part.links.map(({ text, href, when = null, detail }) => ({
          text,
          href,
          when,
          detail: detail === undefined ? null : pieces(detail),
        })),
      };
    case 'nothing':
      return { kind: part.kind, text: pieces(part.text), next: part.next ?? null };
  }
}

function pieces(text: PanelText) {
  return (typeof text === 'string' ? [text] : text).map((piece) => {
    if (typeof piece === 'string') return { words: piece, href: null, tag: null };
    return 'tag' in piece
      ? { words: '', href: null, tag: piece.tag }
      : { words: piece.text, href: piece.href, tag: null };
  });
}

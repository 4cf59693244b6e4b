import { randomUUID } from 'node:crypto';
import { heldIn, mayFor, type Person } from '#/people/rules/permissions.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Fault } from '#/platform/web/route.ts';
import type { ShellAuthority } from '#/platform/web/shell.ts';

/** What came of asking one panel. */
export interface PanelRead {
  readonly panel: HomePanel;
  /** What there is to say; a failure that a person can do something about; or a bug, by its reference. */
  readonly said:
    { readonly content: PanelContent } | { readonly failure: KnownError } | { readonly fault: Fault };
}

/** The panels that are for this person, in the order of their roles; of equal place by name. */
export function panelsFor(
  panels: readonly HomePanel[],
  person: Person,
  authority: string,
): readonly HomePanel[] {
  const held = heldIn(person, authority).map(({ role }) => role);
  const place = (panel: HomePanel): number => {
    const told = held.flatMap((role) => panel.orderFor?.[role] ?? []);
    return told.length === 0 ? panel.order : Math.min(...told);
  };
  return panels
    .filter(({ for: whose }) =>
      'roles' in whose
        ? whose.roles.some((role) => held.includes(role))
        : mayFor(person, whose.permission, authority),
    )
    .toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}

/** Asks all of them at once. One that fails takes none of the others with it; one with nothing to say is left out. */
export async function readPanels(
  panels: readonly HomePanel[],
  person: Person,
  authority: ShellAuthority,
): Promise<readonly PanelRead[]> {
  const read = await Promise.all(panels.map((panel) => readPanel(panel, person, authority)));
  return read.filter((one) => one !== null);
}

async function readPanel(
  panel: HomePanel,
  person: Person,
  authority: ShellAuthority,
): Promise<PanelRead | null> {
  try {
    const content = await panel.read(person, authority);
    return content === null ? null : { panel, said: { content } };
  } catch (error) {
    // A signed-out reader is sent to sign in, as on every other page.
    if (error instanceof KnownError && error.code === 'signed-out') throw error;
    if (error instanceof KnownError) return { panel, said: { failure: error } };
    return { panel, said: { fault: { error, reference: randomUUID().slice(0, 8) } } };
  }
}

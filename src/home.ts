import type { HomePanel } from '#/platform/web/home-panel.ts';
import type { Parts } from '#/parts.ts';

/** What every room shows on the home page. */
export const homePanels: readonly ((parts: Parts) => HomePanel)[] = [];

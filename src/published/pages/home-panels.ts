import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { officialFilesPanel } from './home/official-files-panel.ts';

/** What this room shows on the home page. */
export const publishedPanels: readonly ((parts: Parts) => HomePanel)[] = [officialFilesPanel];

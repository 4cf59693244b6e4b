import { readDate } from '#/schools/rules/read-date.ts';
import type { WhatIf } from '../forecast.ts';

/** Everything that can be tried of a school, as an address has it. */
const names: Readonly<Record<WhatIf['happens'], string>> = {
  'is inspected': 'inspected',
  'is judged good or better': 'good',
  'is judged below good': 'below',
  'leaves its category': 'out-of-category',
  'becomes an academy': 'academy',
  closes: 'closes',
};

/** In the order in which they are offered. */
export const whatCanHappen = Object.keys(names) as readonly WhatIf['happens'][];

/** `900001_2026-09-01_closes`: how an address carries a thing that is tried. */
export function whatIfInAddress({ urn, on, happens }: WhatIf): string {
  return [urn, on, names[happens]].join('_');
}

/** What an address says is tried; `null` where it cannot be understood. */
export function whatIfOfAddress(text: string): WhatIf | null {
  const [urn = '', day = '', name = '', ...rest] = text.split('_');
  const happens = whatCanHappen.find((one) => names[one] === name);
  const on = readDate(day);
  if (!/^[0-9]{6}$/.test(urn) || on === null || happens === undefined || rest.length > 0) return null;
  return { urn, on, happens };
}

/** What can be tried, by the name that a form sends. */
export function whatHappensOf(name: string): WhatIf['happens'] | null {
  return whatCanHappen.find((one) => names[one] === name) ?? null;
}

/** The name that a form sends for a thing that can happen. */
export function nameOfHappening(happens: WhatIf['happens']): string {
  return names[happens];
}

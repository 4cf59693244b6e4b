import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';

/** Everything that can be tried of a school, as an address has it; in the order in which it is offered. */
const names: Readonly<Record<WhatIf['happens'], string>> = {
  'is inspected': 'inspected',
  'is judged good or better': 'good',
  'is judged below good': 'below',
  'leaves its category': 'out-of-category',
  'becomes an academy': 'academy',
  closes: 'closes',
};

export const whatCanHappen = Object.keys(names) as readonly WhatIf['happens'][];

/** `900001_2026-09-01_closes`: how an address carries a thing that is tried. */
export function whatIfInAddress({ urn, on, happens }: WhatIf): string {
  return [urn, on, names[happens]].join('_');
}

/** What an address says is tried; `null` where it cannot be understood. Whether there is such a day or school is not asked. */
export function whatIfOfAddress(text: string): WhatIf | null {
  const [, urn = '', on = '', name = ''] = /^([0-9]{6})_(\d{4}-\d{2}-\d{2})_([a-z-]+)$/.exec(text) ?? [];
  const happens = whatCanHappen.find((one) => names[one] === name);
  return happens === undefined ? null : { urn, on, happens };
}

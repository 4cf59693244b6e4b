import { intelligenceWork } from '#/analyse/pages/intelligence/intelligence-work.ts';
import { receiptWork } from '#/analyse/pages/receipt-work.ts';
import { roundWork } from '#/analyse/pages/round-work.ts';
import { allocationWork } from '#/diagnose/pages/allocation-work.ts';
import { planWork } from '#/diagnose/pages/plan-work.ts';
import { actionWork } from '#/papers/pages/action-work.ts';
import { paperWork } from '#/papers/pages/work.ts';
import type { Parts } from '#/parts.ts';
import type { WorkSource } from '#/platform/work.ts';
import { requestWork } from '#/schools/pages/work.ts';

/** What every room has for people to do: one line a room. */
const rooms: readonly ((parts: Parts) => WorkSource)[] = [
  roundWork,
  receiptWork,
  allocationWork,
  planWork,
  paperWork,
  actionWork,
  intelligenceWork,
  requestWork,
];

/** Of these the page “My work”, the home page and the daily mail are made. */
export function workSources(parts: Parts): readonly WorkSource[] {
  return rooms.map((room) => room(parts));
}

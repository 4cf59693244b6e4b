import type { Side } from '#/papers/rules/process.ts';

/** Words by which those who act for the authority are named, in the owner of an action. */
const ofTheAuthority =
  /\b(?:authority|council|la|officers?|advis[eo]rs?|(?:challenge )?partners?|governor (?:support|services)|(?:achievement|improvement|intervention|education) service|head of (?:service|intervention|school improvement)|director|consultants?|clerk to the board|hr|human resources)\b/iu;
/** Somebody of the school whose title has such a word in it. */
const ofTheSchool =
  /\b(?:head ?teacher|school business|attendance officer of the school|school’s|school's|deputy|governing body|chair of governors)\b/iu;

/**
 * On whose side the owner of an action is, from who was named: a school improvement adviser is the authority’s, and everybody
 * who is not named as somebody of the authority is the school’s, whose plan and whose improvement it is.
 */
export function sideOfOwner(owner: string): Side {
  return ofTheAuthority.test(owner) && !ofTheSchool.test(owner) ? 'authority' : 'school';
}

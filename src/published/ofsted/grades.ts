/** What Ofsted prints for a judgement of the education inspection framework and those before it. 8, 9 and 0 say that
 * the judgement was not made or does not apply. */
export const grades1to4: Readonly<Record<string, string>> = {
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  '0': 'not applicable',
  '8': 'not applicable',
  '9': 'not applicable',
  'not applicable': 'not applicable',
};

export const safeguardingEffective: Readonly<Record<string, string>> = {
  yes: 'Effective',
  no: 'Not effective',
  '0': 'not applicable',
  '8': 'not applicable',
  '9': 'not applicable',
  'not applicable': 'not applicable',
};

/** Overall effectiveness; since September 2024 state-funded schools have none. */
export const overallEffectiveness: Readonly<Record<string, string>> = {
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  'not judged': 'not judged',
};

/** Report cards, from 10 November 2025: kept in their own words, never turned into the old grades. */
export const reportCardGrades: Readonly<Record<string, string>> = {
  exceptional: 'Exceptional',
  'strong standard': 'Strong standard',
  'expected standard': 'Expected standard',
  'needs attention': 'Needs attention',
  'urgent improvement': 'Urgent improvement',
  'not applicable': 'not applicable',
};

export const safeguardingMet: Readonly<Record<string, string>> = {
  met: 'Met',
  'not met': 'Not met',
  'not applicable': 'not applicable',
};

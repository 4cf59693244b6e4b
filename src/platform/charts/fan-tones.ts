export const black = '#14191b';
export const colour = '#0b4a59';
export const target = '#6b0f1a';
export const quiet = '#4a5356';
export const otherColours = ['#8a3b00', '#4b2e83', '#20441f'] as const;
export const dashes = ['7,4', '2,3', '10,3,2,3'] as const;
export const symbols = ['square', 'triangle', 'times'] as const;
/** The widest first, so that the others lie on it. */
export const bands = [
  { level: 95, fill: '#e3eef1', words: '19 in 20 outcomes fall in here', few: '19 in 20' },
  { level: 80, fill: '#b7d2da', words: '8 in 10 outcomes fall in here', few: '8 in 10' },
  { level: 50, fill: '#7fadba', words: 'Half of outcomes fall in here', few: 'Half of outcomes' },
] as const;

/**
 * Passwords of twelve characters and more that everybody guesses first. Not the commonest of all, which are shorter and
 * refused for that; and not a list for ever: what is made of one of these by capitals, spaces or digits after it is refused
 * too (`passwords.ts`).
 */
export const passwordsGuessedFirst: readonly string[] = [
  'administrator',
  'changemeplease',
  'correcthorsebatterystaple',
  'iloveyouforever',
  'iloveyousomuch',
  'leedsunited',
  'letmeinletmein',
  'liverpoolfc',
  'localauthority',
  'manchesterunited',
  'middletier',
  'mypasswordis',
  'newcastleunited',
  'passw0rd',
  'password',
  'passwordpassword',
  'princessprincess',
  'qwertyqwerty',
  'qwertyuiop',
  'qwertyuiopasdfgh',
  'schoolimprovement',
  'thisismypassword',
  'tottenhamhotspur',
  'trustno1trustno1',
  'welcomeback',
  'welcomewelcome',
];

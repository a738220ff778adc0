/** Texts that do harm where a program takes them for more than texts; each is what somebody may type, too. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  'SQL: a quotation mark': `' OR '1'='1' -- `,
  'SQL: another statement': `'; DROP TABLE staff; --`,
  'SQL: a union': `x') UNION SELECT password_hash FROM accounts --`,
  'SQL: time': `'||(SELECT pg_sleep(60))||'`,
  'SQL: a dollar-quoted text': `$$; SELECT pg_sleep(60); $$`,
  'SQL: signs of LIKE': `%_\\%`,
  'a query of documents': `{"$gt": ""}`,
  'a template': `{{7*7}}\${7*7}<%= 7*7 %>#{7*7}`,
  'a path upwards': `../../../../etc/passwd`,
  'a path upwards, as Windows has it': `..\\..\\..\\windows\\win.ini`,
  'a path upwards, encoded twice': `%252e%252e%252fetc%252fpasswd`,
  'two lines of a header': `x\r\nSet-Cookie: bo_tri_session=x\r\n\r\n<html>`,
  'a line of a log': `x\n2026-01-01 ERROR admin signed in`,
  'a byte of zero': `x\u0000y`,
  'half of a character': `x\ud800y`,
  'a change of direction': `\u202exslx.cod\u202c`,
  'nothing that is seen': `\u200b\u200d\ufeff\u2060`,
  'marks without end': `a${'\u0301'.repeat(80)}`,
  'a formula': `=cmd|'/c calc'!A1`,
  'a formula by its sign': `@SUM(1+1)*cmd|'/c calc'!A0`,
  'a script': `"><script>alert(1)</script><img src=x onerror=alert(1)>`,
  'a directory': `*)(uid=*))(|(uid=*`,
  'a format': `%s%s%n%x{0}{1}`,
  'a pattern that never ends': `((a+)+)+$${'a'.repeat(30)}!`,
  'a shell': '$(sleep 60)`sleep 60`;sleep 60|sleep 60&',
  'a prototype': `__proto__[role]=administrator`,
};

/** A well-formed text: half a character cannot be sent as UTF-8 and arrives as a sign of replacement. */
export const asSent = (text: string): string => Buffer.from(text).toString();

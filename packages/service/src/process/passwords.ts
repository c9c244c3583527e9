/** Passwords are cut out of everything that is printed, logged, kept or shown. */

/** `user:password@` of any URL, also inside an error's message or stack. */
const urlPassword = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/?#"@]*):[^\s/?#"]+@/gi;
/** Of a parameter of a URL. */
const parameterPassword = /(\b\w*password=)[^\s&"#]+/gi;
export const withoutPasswords = (text: string): string =>
  text.replace(urlPassword, '$1:***@').replace(parameterPassword, '$1***');

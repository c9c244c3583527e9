/**
 * Mail to people: over SMTP where `SMTP_URL` is set; else, on a machine of one's own, into an inbox that `GET /dev/inbox`
 * shows. A mail is sent beside the answer: how long that takes tells nobody whether there is an account.
 */
import type { Logger } from '@quickmart/streams';
import type { Transporter } from 'nodemailer';
import { limits } from './limits.ts';

/** `userId`: whom it is about; it does not go out. */
export type Mail = { userId: string; to: string; subject: string; text: string };
export type Post = { send(mail: Mail): Promise<void> };

/** In memory only: what is in it is personal, and gone with the process. */
export class Inbox implements Post {
  readonly #mails: (Mail & { at: string })[] = [];

  async send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, at: new Date().toISOString() });
    this.#mails.length = Math.min(this.#mails.length, limits.inboxMessages);
  }

  /** The newest first. */
  mails = (to?: string): readonly (Mail & { at: string })[] =>
    to === undefined ? this.#mails : this.#mails.filter((mail) => mail.to === to);

  forget(userId: string): void {
    const kept = this.#mails.filter((mail) => mail.userId !== userId);
    this.#mails.splice(0, this.#mails.length, ...kept);
  }
}

export function smtp(url: string, from: string): Post {
  // Loaded with the first mail: whoever has no SMTP server does without.
  let transport: Promise<Transporter> | undefined;
  return {
    send: async ({ userId: _, ...mail }) => {
      transport ??= import('nodemailer').then(({ createTransport }) => createTransport(url));
      await (await transport).sendMail({ from, ...mail });
    },
  };
}

/** Where there is no way for a mail. */
export const nowhere: Post = {
  send: () => Promise.reject(new Error('SMTP_URL is not set, so no mail goes out')),
};

/**
 * Sends when the answer is on its way, so that it takes no time of it. Undefined: there is nobody to send it to, which takes the same
 * way. What fails is logged without the address; who waits for a code asks for another one.
 */
export function sendBeside(post: Post, logger: Pick<Logger, 'error'>, mail: Mail | undefined): void {
  const failed = (error: Error) => logger.error({ reason: error.message }, 'a mail could not be sent');
  setImmediate(() => void (mail && post.send(mail).catch(failed)));
}

const minutes = limits.codeMs / 60_000;
const subjects = {
  login: 'Your code to log in',
  verify: 'Your code to verify',
  reset: 'Your code for a new password',
  change: 'Your code for the new address of your account',
};

type Whose = { userId: string; to: string };

export const codeMail = (whose: Whose, purpose: keyof typeof subjects, code: string): Mail => ({
  ...whose,
  subject: `${subjects[purpose]}: ${code}`,
  text: `${subjects[purpose]} is ${code}. It is valid for ${minutes} minutes, once.\n\nIf it was not you who asked for it, do nothing: without the code nothing happens.\n`,
});

export const knownMail = (whose: Whose): Mail => ({
  ...whose,
  subject: 'You have an account already',
  text: 'Somebody, perhaps you, has tried to sign up with this address, or to have it for another account. There is an account with it already: log in, or ask for a new password.\n',
});

/** To the address before. */
export const changedMail = (whose: Whose): Mail => ({
  ...whose,
  subject: 'Your account has another address',
  text: 'The e-mail address of your account was changed: from now on it is entered by the new one, and mail goes there. If it was not you, tell us at once.\n',
});

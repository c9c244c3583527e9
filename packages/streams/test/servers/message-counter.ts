/** Counts whole messages of the Redis protocol (RESP 2 and 3), commands or replies, in bytes that are cut anywhere. */
export class MessageCounter {
  /** Elements of the message that are still to come. */
  #elements = 0;
  /** Bytes of the string that are still to come, with its line end. */
  #bytes = 0;
  #line = '';

  /** Whether the bytes so far end with the end of a message. */
  get isWhole(): boolean {
    return this.#elements === 0 && this.#line === '';
  }

  /** How many messages ended in these bytes. */
  add(chunk: Buffer): number {
    let messages = 0;
    for (let at = 0; at < chunk.length; ) {
      if (this.#bytes > 0) {
        const taken = Math.min(this.#bytes, chunk.length - at);
        this.#bytes -= taken;
        at += taken;
        if (this.#bytes === 0 && --this.#elements === 0) messages++;
        continue;
      }
      const end = chunk.indexOf('\n', at);
      this.#line += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
      at = end === -1 ? chunk.length : end + 1;
      if (end !== -1 && this.#header()) messages++;
    }
    return messages;
  }

  /** True where the message ends with this line. */
  #header(): boolean {
    const kind = this.#line.charAt(0);
    const count = Number(this.#line.slice(1));
    this.#line = '';
    if (this.#elements === 0) this.#elements = 1;
    if ('$!='.includes(kind) && count >= 0) {
      this.#bytes = count + 2;
      return false;
    }
    this.#elements--;
    if ('*~>'.includes(kind)) this.#elements += Math.max(count, 0);
    else if (kind === '%') this.#elements += 2 * count;
    else if (!'+-:_#,($'.includes(kind)) throw new Error(`not the Redis protocol: ${kind}`);
    return this.#elements === 0;
  }
}

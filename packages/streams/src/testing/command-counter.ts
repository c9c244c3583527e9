/** Counts the commands in what a client sends: arrays of bulk strings, cut anywhere. */
export class CommandCounter {
  /** Strings of the command that are still to come. */
  #strings = 0;
  /** Bytes of the string that are still to come, with its line end. */
  #bytes = 0;
  #line = '';

  /** How many commands ended in these bytes. */
  add(chunk: Buffer): number {
    let commands = 0;
    for (let at = 0; at < chunk.length; ) {
      if (this.#bytes > 0) {
        const taken = Math.min(this.#bytes, chunk.length - at);
        this.#bytes -= taken;
        at += taken;
        if (this.#bytes === 0 && --this.#strings === 0) commands++;
        continue;
      }
      const end = chunk.indexOf('\n', at);
      this.#line += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
      at = end === -1 ? chunk.length : end + 1;
      if (end !== -1) this.#header();
    }
    return commands;
  }

  #header(): void {
    const count = Number(this.#line.slice(1));
    if (this.#line.startsWith('*')) this.#strings = count;
    else if (this.#line.startsWith('$')) this.#bytes = count + 2;
    else throw new Error(`not a command: ${this.#line}`);
    this.#line = '';
  }
}

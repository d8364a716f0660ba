/** A growing list of whole numbers below 2^32 that takes four bytes each. */
export class NumberList {
  #numbers = new Uint32Array(8192);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = value;
  }

  toArray(): Uint32Array {
    return this.#numbers.slice(0, this.length);
  }
}

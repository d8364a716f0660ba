/** Positions in a text, bucket after bucket; each bucket in the order in which they were added. */
export type Buckets = {
  positions: Uint32Array;
  /** Where each bucket begins in `positions`; one more for the end. */
  begins: Uint32Array;
};

/** A counting sort. Everything is added twice: before `sized` it is only counted, behind it placed. */
export class BucketBuilder {
  readonly #begins: Uint32Array;
  #free = new Uint32Array();
  #positions = new Uint32Array();
  #counting = true;

  constructor(bucketCount: number) {
    this.#begins = new Uint32Array(bucketCount + 1);
  }

  add(bucket: number, position: number): void {
    const counts = this.#counting ? this.#begins : this.#free;
    const slot = this.#counting ? bucket + 1 : bucket;
    const count = counts[slot] ?? 0;
    counts[slot] = count + 1;
    if (!this.#counting) this.#positions[count] = position;
  }

  sized(): void {
    const begins = this.#begins;
    for (let n = 1; n < begins.length; n++) begins[n] = (begins[n] ?? 0) + (begins[n - 1] ?? 0);
    this.#free = begins.slice();
    this.#positions = new Uint32Array(begins.at(-1) ?? 0);
    this.#counting = false;
  }

  buckets(): Buckets {
    return { positions: this.#positions, begins: this.#begins };
  }
}

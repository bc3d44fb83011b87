declare module 'fourier-transform' {
  /** Magnitudes of a real signal's spectrum, N/2 of them; without `output` the result is overwritten by the next call. */
  export default function rfft(input: Float64Array, output?: Float64Array): Float64Array;
}

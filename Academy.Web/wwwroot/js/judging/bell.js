const HIGH_HZ = 880;
const TONES = { short: [[0, 0.12]], double: [[0, 0.15], [0.25, 0.15]], long: [[0, 0.9]] };

/** Sounds for the calls, made by the browser itself; silent where it makes none. */
export class Bell {
  #context; #isOn;

  constructor(isOn) {
    this.#isOn = isOn;
  }

  /** Browsers make no sound before somebody has pressed something. */
  wake() {
    this.#context ??= globalThis.AudioContext ? new AudioContext() : undefined;
    this.#context?.resume();
  }

  ring(tone) {
    if (!this.#context || !this.#isOn()) return;
    TONES[tone].forEach(([after, length]) => this.#sound(this.#context.currentTime + after, length));
  }

  #sound(at, length) {
    const [voice, volume] = [this.#context.createOscillator(), this.#context.createGain()];
    voice.frequency.value = HIGH_HZ;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.setTargetAtTime(0, at + length - 0.03, 0.01);
    voice.connect(volume).connect(this.#context.destination);
    voice.start(at);
    voice.stop(at + length);
  }
}

// The clock inside the page. It starts with the timestamp of the key event, which the browser sets
// when it takes the key in, so that waiting for a busy page counts. It stops in a message that is
// posted from the frame's animation callback: the browser runs it once that frame's style, layout
// and paint are done and handed to the compositor. The Event Timing API would say nearly the same,
// but rounds its durations to 8 ms and reports none below 16, which is where the answers lie; two
// nested animation callbacks would add the wait for a second frame. What comes after the hand-over
// (raster, display) is the same work for every engine: it is left out.

/** One keystroke. */
export interface Stroke {
  /** From the key to the next frame, in ms: what was typed is on the screen. */
  paint: number;
  /** From the key to the frame in which its consequence stands, in ms; null without one in time. */
  consequence: number | null;
}

/** What keystrokes are about. */
export interface Watch {
  /** The key that is timed; none: every key that types something. */
  key?: string;
  /** The control that each of them brings or takes away. */
  control?: string;
}

/** After so long a consequence counts as missing. */
const LIMIT_MS = 5_000;

/** Calls back once the next frame is painted. */
function afterPaint(then: (now: number) => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then(performance.now());
    };
    port2.postMessage(null);
  });
}

function isShown(control: string): boolean {
  return document.querySelector(control)?.checkVisibility() ?? false;
}

/**
 * The page's clock; the bench reaches it as `probe`. It tells of each keystroke through a binding,
 * since asking for it would give the page work between the keys.
 */
export class Probe {
  #watch: Watch = {};

  constructor() {
    const pressed = ({ key, timeStamp }: KeyboardEvent): void => {
      if (this.#watch.key === undefined) {
        // A letter is painted by the frame after its `input` event, which is a task of its own.
        addEventListener('input', () => this.#follow(timeStamp), { capture: true, once: true });
      } else if (this.#watch.key === key) {
        this.#follow(timeStamp);
      }
    };
    addEventListener('keydown', pressed, { capture: true });
  }

  /** Sets what the next keystrokes are about. */
  watch(watch: Watch): void {
    this.#watch = watch;
  }

  #follow(key: number): void {
    const { control } = this.#watch;
    const before = control !== undefined && isShown(control);
    afterPaint((now) => {
      const paint = now - key;
      const tell = (consequence: number | null) => window.stroked(JSON.stringify({ paint, consequence }));
      const look = (now: number): void => {
        if (control === undefined || now - key > LIMIT_MS) tell(null);
        else if (isShown(control) !== before) tell(now - key);
        else afterPaint(look);
      };
      look(now);
    });
  }

  /** When the form stood, painted, and the page answered again, in ms since the navigation. */
  standing(last: string): Promise<number> {
    return new Promise((resolve) => {
      const look = (now: number): void => {
        if (isShown(last)) resolve(now);
        else afterPaint(look);
      };
      afterPaint(look);
    });
  }
}

declare global {
  interface Window {
    probe: Probe;
    /** The bench's ear: a `Stroke` as JSON. */
    stroked(stroke: string): void;
  }
}

window.probe = new Probe();

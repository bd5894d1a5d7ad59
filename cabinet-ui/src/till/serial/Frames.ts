/** The service takes no longer reading; more without an end is noise. */
const LONGEST = 4096

/**
 * Cuts what comes through a port into readings: at CR or LF, or where the reader falls silent for readers that send no end.
 */
export class Frames {
  private text = ''
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly onFrame: (text: string) => void,
    private readonly pauseMs = 150,
  ) {}

  push(chunk: string) {
    clearTimeout(this.timer)
    const parts = (this.text + chunk).split(/[\r\n]/)
    this.text = (parts.pop() ?? '').slice(-LONGEST)
    for (const part of parts) this.emit(part)
    if (this.text) this.timer = setTimeout(() => this.pause(), this.pauseMs)
  }

  /** Forgets a reading that was cut off in the middle. */
  reset() {
    clearTimeout(this.timer)
    this.text = ''
  }

  private pause() {
    const text = this.text
    this.text = ''
    this.emit(text)
  }

  private emit(text: string) {
    if (text.trim() && text.length <= LONGEST) this.onFrame(text)
  }
}

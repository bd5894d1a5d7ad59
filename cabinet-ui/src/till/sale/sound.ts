const NAME = 'kartela.till.sound'

export const soundSetting = {
  on: () => localStorage.getItem(NAME) !== 'off',
  set: (on: boolean) => localStorage.setItem(NAME, on ? 'on' : 'off'),
}

const TUNES = { found: [880], done: [660, 990], error: [220, 180] } as const

let context: AudioContext | undefined

/** A short signal, so that the cashier need not look: found, done, error. Silence is never an error. */
export function play(tune: keyof typeof TUNES) {
  if (!soundSetting.on() || typeof AudioContext === 'undefined') return
  try {
    context ??= new AudioContext()
    const { currentTime, destination } = context
    TUNES[tune].forEach((frequency, index) => {
      const oscillator = context?.createOscillator()
      const gain = context?.createGain()
      if (!oscillator || !gain) return
      const start = currentTime + index * 0.11
      oscillator.frequency.value = frequency
      gain.gain.setValueAtTime(0.12, start)
      gain.gain.exponentialRampToValueAtTime(0.001, start + 0.1)
      oscillator.connect(gain).connect(destination)
      oscillator.start(start)
      oscillator.stop(start + 0.1)
    })
  } catch {
    // a browser without sound
  }
}

import { type RefObject, useEffect, useRef, useState } from 'react'
import { decode } from './decode'

type State = 'starting' | 'running' | 'denied' | 'missing' | 'insecure'

const PAUSE_MS = 80
/** Wide enough for a PDF417 on a phone's screen, small enough for an old tablet. */
const MAX_WIDTH = 1280

function grab(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  const scale = Math.min(1, MAX_WIDTH / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || canvas.width === 0) return undefined
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** Shows the camera in the video element and calls `onScan` once, with the first code it reads. */
export function useCamera(
  element: RefObject<HTMLVideoElement | null>,
  facing: 'environment' | 'user',
  onScan: (text: string, symbology: string) => void,
): State {
  const [state, setState] = useState<State>(navigator.mediaDevices ? 'starting' : 'insecure')
  const handler = useRef(onScan)
  handler.current = onScan

  useEffect(() => {
    if (!navigator.mediaDevices) return
    let stopped = false
    let stream: MediaStream | undefined
    const canvas = document.createElement('canvas')

    async function run() {
      setState('starting')
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: { ideal: facing }, width: { ideal: 1280 }, height: { ideal: 720 } },
      })
      const video = element.current
      if (stopped || !video) return stop()
      video.srcObject = stream
      await video.play()
      setState('running')
      while (!stopped) {
        const frame = grab(video, canvas)
        const found = frame && (await decode(frame))
        if (found && !stopped) {
          stop()
          handler.current(found.text, found.symbology)
          return
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
    function stop() {
      stopped = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }

    run().catch((error: unknown) => {
      if (stopped) return
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing')
    })
    return stop
  }, [element, facing])

  return state
}

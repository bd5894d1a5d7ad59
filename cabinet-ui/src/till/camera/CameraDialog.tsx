import { Alert, Button, Loader, Text } from '@mantine/core'
import { IconCameraRotate } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import classes from './Camera.module.css'
import { texts } from './texts'
import { useCamera } from './useCamera'

type Props = { onScan: (text: string, symbology: string) => void; onClose: () => void }

/** Loaded when first opened: the decoder is the till's heaviest part. */
export default function CameraDialog({ onScan, onClose }: Props) {
  const t = useTexts(texts)
  const video = useRef<HTMLVideoElement>(null)
  const [facing, setFacing] = useState<'environment' | 'user'>('environment')
  const state = useCamera(video, facing, onScan)
  const trouble = {
    denied: t('cameraDenied'),
    missing: t('cameraMissing'),
    insecure: t('cameraInsecure'),
    starting: undefined,
    running: undefined,
  }[state]

  return (
    <Dialog onClose={onClose} title={t('camera')} size="lg">
      {trouble ? (
        <Alert color="honey" role="alert">
          <Text c="var(--k-text)">{trouble}</Text>
        </Alert>
      ) : (
        <>
          <div className={classes.view}>
            <video ref={video} className={classes.video} muted playsInline />
            <div className={classes.frame} aria-hidden />
            {state === 'starting' && (
              <div className={classes.starting}>
                <Loader color="white" role="status" aria-label={t('cameraStarting')} />
              </div>
            )}
          </div>
          <Text ta="center" mt="sm" role="status">
            {t('cameraTitle')}
          </Text>
          <Button
            mt="sm"
            fullWidth
            variant="default"
            leftSection={<IconCameraRotate size={18} aria-hidden />}
            onClick={() => setFacing(facing === 'user' ? 'environment' : 'user')}
          >
            {t('cameraOther')}
          </Button>
        </>
      )}
    </Dialog>
  )
}

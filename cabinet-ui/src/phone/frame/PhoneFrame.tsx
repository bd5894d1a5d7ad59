import { IconBattery4, IconCellSignal5, IconPlane, IconWifi } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useMinute } from '@/base/hooks/useMinute'
import classes from './PhoneFrame.module.css'

type Props = {
  platform: Schemas['Phone']['platform']
  label: string
  children: ReactNode
  /** Dark icons in the status bar need a light screen and the other way round. */
  light: boolean
  lit?: boolean
  offline?: boolean
}

/** A phone's body: bezel, buttons, camera, status bar. What is on the screen comes from outside. */
export function PhoneFrame({ platform, label, children, light, lit = false, offline = false }: Props) {
  const f = useFormat()
  const now = useMinute()
  return (
    <div className={classes.body} data-platform={platform} data-lit={lit || undefined}>
      <span className={classes.button} data-place="left-1" aria-hidden />
      <span className={classes.button} data-place="left-2" aria-hidden />
      <span className={classes.button} data-place="right" aria-hidden />
      <section className={classes.screen} aria-label={label} data-light={light || undefined}>
        <div className={classes.status} aria-hidden>
          <span>{f.time(now)}</span>
          <span className={classes.camera} />
          <span className={classes.icons}>
            {offline ? (
              <IconPlane size={16} stroke={2.2} />
            ) : (
              <>
                <IconCellSignal5 size={15} stroke={2.4} />
                <IconWifi size={15} stroke={2.4} />
              </>
            )}
            <IconBattery4 size={19} stroke={2} />
          </span>
        </div>
        {children}
        <span className={classes.home} aria-hidden />
      </section>
    </div>
  )
}

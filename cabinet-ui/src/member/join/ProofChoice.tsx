import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './ProofChoice.module.css'
import { texts } from './texts'

type Way = Schemas['ProofWay']
type Props = { ways: Way[]; chosen: Way; onChoose: (way: Way) => void }

/** How the person shows that the phone is theirs; the shop's first way is chosen already. */
export function ProofChoice({ ways, chosen, onChoose }: Props) {
  const t = useTexts(texts)
  if (ways.length === 1) {
    return chosen === 'SMS' ? null : <p className={ui.small}>{t(`way.${chosen}.hint`)}</p>
  }
  return (
    <fieldset className={ui.field}>
      <legend className={ui.label}>{t('wayTitle')}</legend>
      {ways.map((way) => (
        <label key={way} className={`${ui.check} ${classes.way}`}>
          <input type="radio" name="proof" checked={way === chosen} onChange={() => onChoose(way)} />
          <span>
            {t(`way.${way}`)}
            <span className={classes.hint}>{t(`way.${way}.hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

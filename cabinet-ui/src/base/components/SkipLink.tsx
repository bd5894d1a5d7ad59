import { useTexts } from '../i18n/texts'
import classes from './SkipLink.module.css'
import { texts } from './texts'

/** The first thing the Tab key reaches: jumps over the navigation to #main. */
export function SkipLink() {
  const t = useTexts(texts)
  return (
    <a className={classes.skip} href="#main">
      {t('skip')}
    </a>
  )
}

import { useTexts } from '@/base/i18n/texts'
import type { ImageRole } from '../document/document'
import { useDesignForm } from '../document/form'
import { ImageSlot } from './ImageSlot'
import slots from './ImageSlot.module.css'
import classes from './Sections.module.css'
import { texts } from './texts'

export function ImagesSection() {
  const t = useTexts(texts)
  const { doc } = useDesignForm()
  const roles: ImageRole[] = ['icon', 'logo', 'strip', 'hero']
  if (doc.style === 'poster') roles.push('primaryLogo', 'background')
  return (
    <section aria-label={t('images')}>
      <h3>{t('images')}</h3>
      <p className={classes.hint}>{t('imagesHint')}</p>
      <div className={slots.images}>
        {roles.map((role) => (
          <ImageSlot key={role} role={role} />
        ))}
      </div>
    </section>
  )
}

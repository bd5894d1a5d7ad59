import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useOpenMerchant } from '@/base/api/queries/operator'
import { PageHeader } from '@/base/components/PageHeader'
import { Form } from '@/base/form/Form'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import { type Draft, OwnerFields, ProgramFields, ShopFields } from './NewMerchantFields'
import { OpenedPanel } from './OpenedPanel'
import { slugOf } from './slug'
import { texts } from './texts'

/** Everything a shop needs to sell, in one form; what is seen once comes in its place. */
export default function NewMerchantPage() {
  const t = useTexts(texts)
  const open = useOpenMerchant()
  const [draft, setDraft] = useDraft()
  useUnsaved(!open.data && Boolean(draft.name || draft.descriptionRu || draft.email))
  const refused = open.error instanceof ApiError ? open.error : undefined
  const atFields = refused && (refused.fields.length > 0 || refused.code === 'SLUG_TAKEN')
  const fields = {
    draft,
    onChange: setDraft,
    errorOf: (field: string) =>
      field === 'slug' && refused?.code === 'SLUG_TAKEN' ? refused.message : refused?.fieldError(field),
  }

  if (open.data) return <OpenedPanel name={draft.name} opened={open.data} />
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        hint={t('newHint')}
        actions={
          <ButtonLink to="/operator" variant="default">
            {t('back')}
          </ButtonLink>
        }
      />
      <Form
        onSubmit={() => open.mutate(request(draft))}
        submit={t('open')}
        busy={open.isPending}
        error={atFields ? undefined : open.error}
      >
        <ShopFields {...fields} />
        <ProgramFields {...fields} />
        <OwnerFields {...fields} />
      </Form>
    </>
  )
}

/** The address follows the name until somebody types one. */
function useDraft(): [Draft, (part: Partial<Draft>) => void] {
  const locale = useLocale()
  const [draft, setDraft] = useState<Draft>({
    name: '',
    slug: '',
    descriptionRu: '',
    descriptionEn: '',
    zone: 'Europe/Moscow',
    locale,
    store: '',
    template: null,
    ownerName: '',
    email: '',
  })
  const [typed, setTyped] = useState(false)
  function change(part: Partial<Draft>) {
    if (part.slug !== undefined) setTyped(true)
    const follow = part.name !== undefined && !typed ? { slug: slugOf(part.name) } : {}
    setDraft((before) => ({ ...before, ...part, ...follow }))
  }
  return [draft, change]
}

function request(draft: Draft): Schemas['NewMerchant'] {
  return {
    name: draft.name,
    slug: draft.slug,
    description: { ru: draft.descriptionRu, en: draft.descriptionEn },
    zone: draft.zone,
    locale: draft.locale,
    ...(draft.store.trim() ? { store: { name: draft.store } } : {}),
    ...(draft.template ? { template: draft.template } : {}),
    owner: { name: draft.ownerName, email: draft.email, locale: draft.locale },
  }
}

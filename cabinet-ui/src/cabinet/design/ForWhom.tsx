import { Button, Select } from '@mantine/core'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useDesignForm } from './document/form'
import { texts } from './texts'

type Props = { owner: boolean; onTier: (tier: string) => void }

/** Whose look is edited: everybody's, or what one tier has of its own. */
export function ForWhom({ owner, onTier }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { doc, set, tier, tiers } = useDesignForm()
  return (
    <>
      <Select
        label={t('forWhom')}
        description={t('forWhomHint')}
        mb="md"
        value={tier}
        data={[
          { value: '', label: t('everybody') },
          ...tiers.map((one) => ({ value: one.id, label: t('onlyTier', { tier: text(one.name) }) })),
          // A tier that left the program may still have a look here, which must go.
          ...Object.keys(doc.tiers ?? {})
            .filter((id) => !tiers.some((one) => one.id === id))
            .map((id) => ({ value: id, label: t('onlyTier', { tier: id }) })),
        ]}
        onChange={(next) => onTier(next ?? '')}
      />
      {tier && doc.tiers?.[tier] && owner && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          mb="md"
          onClick={() => {
            set(['tiers', tier], undefined)
            onTier('')
          }}
        >
          {t('dropTier')}
        </Button>
      )}
    </>
  )
}

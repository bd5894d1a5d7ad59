import { CardPage } from './card/CardPage'
import { JoinPage } from './join/JoinPage'
import { NotFound } from './light/NotFound'
import { placeOf, usePath } from './router'

export function MemberPages() {
  const place = placeOf(usePath())
  if (place.page === 'join') return <JoinPage key={place.slug} slug={place.slug} />
  if (place.page === 'card') return <CardPage key={place.token} token={place.token} />
  return <NotFound />
}

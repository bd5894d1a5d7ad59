const keyOf = (name: string) => `kartela.review.${name}`

/** A score that was tapped and not acknowledged yet: whoever opens the link again need not tap again. */
export function unsentScore(name: string): number | undefined {
  try {
    const kept = localStorage.getItem(keyOf(name))
    return kept === null ? undefined : Number(kept)
  } catch {
    return undefined // no storage in a private window: it lives as long as the page
  }
}

export function keepScore(name: string, score: number | undefined) {
  try {
    if (score === undefined) localStorage.removeItem(keyOf(name))
    else localStorage.setItem(keyOf(name), String(score))
  } catch {
    // as above
  }
}

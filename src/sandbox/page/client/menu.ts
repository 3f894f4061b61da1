/** A menu that would end below what is seen opens upwards; where it fits neither way, it is scrolled to. */
export function openWithin({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  delete currentTarget.dataset.opens;
  const list = currentTarget.querySelector('ul');
  const seen = currentTarget.closest('.messages')?.getBoundingClientRect();
  if (!currentTarget.open || !list || !seen) return;
  const { bottom, height } = list.getBoundingClientRect();
  if (bottom <= seen.bottom) return;
  if (currentTarget.getBoundingClientRect().top - height >= seen.top) currentTarget.dataset.opens = 'up';
  else list.scrollIntoView({ block: 'nearest' });
}

import { lazy, Suspense } from 'react';
import type { VariantDetailsDialogProps } from './variant-details-form';

const Form = lazy(async () => ({ default: (await import('./variant-details-form')).VariantDetailsForm }));

/** The dialog for a variant's details. Its fields come at the first press that asks for them, not with the first screen. */
export function VariantDetailsDialog(props: VariantDetailsDialogProps) {
  return (
    <Suspense>
      <Form {...props} />
    </Suspense>
  );
}

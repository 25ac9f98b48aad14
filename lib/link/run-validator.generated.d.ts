import type { Validator } from '@/lib/shared/keys';

export const validate: Validator;

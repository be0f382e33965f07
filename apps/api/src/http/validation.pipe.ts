import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { InvalidInput, type FieldFault } from '@thidua/application';
import { toNfcDeep } from '@thidua/kernel';

/** Text of a query or a body comes in as it does everywhere; bodies without a class are read by their use case. */
class DoorPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    const isOurs = metatype !== undefined && this.toValidate(metadata);
    return super.transform(isOurs ? toNfcDeep(value) : value, metadata) as Promise<unknown>;
  }
}

/** Query strings and bodies of known shape: unknown fields are named, not ignored. */
export const validationPipe = (): ValidationPipe =>
  new DoorPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => faultsOf(error, ''))),
  });

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path,
    message: rule === 'whitelistValidation' ? 'trường lạ (unknown field)' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

import { timingSafeEqual } from 'node:crypto';
import {
  HttpException,
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SETTINGS, type Settings } from '@thidua/platform';
import type { Request } from 'express';

/** Routes anyone who can reach the port may read: health and the API's own description. */
export const Public = Reflector.createDecorator<true>();

/**
 * The door, first form. With API_TOKEN set every request needs it; without it the server listens on loopback only and
 * accepts only loopback host names, so that a web page elsewhere cannot reach it by rebinding its own name.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const { apiToken } = this.settings;
    if (apiToken === null) return requireLoopbackName(request);
    const isPublic = this.reflector.getAllAndOverride(Public, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic) return true;
    const given = /^Bearer (.+)$/.exec(request.header('authorization') ?? '')?.[1];
    if (given === undefined || !equal(given, apiToken)) {
      throw new UnauthorizedException(
        'Thiếu hoặc sai mã truy cập: Authorization: Bearer … (missing or wrong access token)',
      );
    }
    return true;
  }
}

function requireLoopbackName(request: Request): true {
  const host = (request.header('host') ?? '').replace(/:\d+$/, '');
  if (/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host)) return true;
  throw new HttpException(
    `Máy chủ này chỉ nhận tên localhost, không phải "${host}" (loopback names only)`,
    421,
  );
}

/** Compares in constant time; texts of different length differ anyway. */
function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

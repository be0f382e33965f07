import {
  HttpException,
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { answerKnock, SETTINGS, type Settings } from '@thidua/platform';
import type { Request } from 'express';

/** Routes anyone who can reach the port may read: health and the API's own description. */
export const Public = Reflector.createDecorator<true>();

/** The door of the API, first form: see `answerKnock` for its rule. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const places = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride(Public, places) ?? false;
    const host = request.header('host');
    const authorization = request.header('authorization');
    const answer = answerKnock({ host, authorization, isPublic }, this.settings.apiToken);
    if (answer === 'enter') return true;
    if (answer === 'no-token') {
      throw new UnauthorizedException(
        'Thiếu hoặc sai mã truy cập: Authorization: Bearer … (missing or wrong access token)',
      );
    }
    throw new HttpException(
      `Máy chủ này chỉ nhận tên localhost, không phải "${host ?? ''}" (loopback names only)`,
      421,
    );
  }
}

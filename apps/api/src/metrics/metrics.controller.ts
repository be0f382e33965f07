import { Controller, Get, Header, Inject, NotFoundException, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { OpenedApplication } from '@thidua/application';
import { APPLICATION, PROCESS, takeReadings, type RunningProcess } from '@thidua/platform';
import type { Response } from 'express';

/** Not public: with API_TOKEN set a scraper carries the token like every other caller. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(APPLICATION) private readonly application: OpenedApplication,
    @Inject(PROCESS) private readonly process: RunningProcess,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'Measurements of this process and of the installation, for Prometheus' })
  async metrics(@Res() response: Response): Promise<void> {
    const { metrics, jobs } = this.process;
    if (metrics === null) {
      throw new NotFoundException('Máy chủ riêng của một lệnh không đo đạc (a private server)');
    }
    const { type, body } = await metrics.text(() => takeReadings(this.application, jobs));
    response.setHeader('Content-Type', type);
    response.send(body);
  }
}

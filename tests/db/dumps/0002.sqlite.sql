BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE alerts (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	device_key VARCHAR NOT NULL, 
	series_id INTEGER, 
	run_id INTEGER, 
	state VARCHAR NOT NULL, 
	verdict VARCHAR, 
	ratio DOUBLE, 
	ratio_low DOUBLE, 
	ratio_high DOUBLE, 
	baseline DOUBLE, 
	value DOUBLE, 
	q_value DOUBLE, 
	text VARCHAR NOT NULL, 
	raised_at VARCHAR(27) NOT NULL, 
	judged_at VARCHAR(27), 
	judged_by VARCHAR, 
	remark VARCHAR, 
	CONSTRAINT pk_alerts PRIMARY KEY (id), 
	CONSTRAINT ck_alerts_kind_vocabulary CHECK (kind = 'regression' OR kind = 'improvement' OR kind = 'environment_change' OR kind = 'common_mode' OR kind = 'missed_night'), 
	CONSTRAINT ck_alerts_state_vocabulary CHECK (state = 'open' OR state = 'closed' OR state = 'accepted' OR state = 'muted'), 
	CONSTRAINT ck_alerts_verdict_vocabulary CHECK (verdict = 'real' OR verdict = 'noise'), 
	CONSTRAINT ck_alerts_verdict_has_time CHECK ((verdict IS NULL) = (judged_at IS NULL)), 
	CONSTRAINT ck_alerts_baseline_finite CHECK (baseline > 0 AND baseline < 1e300), 
	CONSTRAINT ck_alerts_q_value_range CHECK (q_value >= 0 AND q_value <= 1), 
	CONSTRAINT ck_alerts_ratio_finite CHECK (ratio > 0 AND ratio < 1e300), 
	CONSTRAINT ck_alerts_ratio_high_finite CHECK (ratio_high >= 0 AND ratio_high < 1e300), 
	CONSTRAINT ck_alerts_ratio_low_finite CHECK (ratio_low >= 0 AND ratio_low < 1e300), 
	CONSTRAINT ck_alerts_value_finite CHECK (value > 0 AND value < 1e300), 
	CONSTRAINT fk_alerts_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id), 
	CONSTRAINT fk_alerts_series_id FOREIGN KEY(series_id) REFERENCES series (id)
);
INSERT INTO "alerts" VALUES(1,'regression','abacus-2c-2gib@lab',1,12,'open','real',7.99200799200799116839e-01,7.96291067110101447035e-01,8.02121163761443267681e-01,50.05,3.99999999999999928945e+01,6.36841701472318192072e-14,'resnet50 224 px, batch 1 is 20.1% slower: 40 images/s after 50.05','2026-03-12T01:00:00.000000Z','2026-03-13T01:00:00.000000Z','kim','a new driver');
CREATE TABLE aliases (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	target VARCHAR, 
	model_id INTEGER, 
	variant_id INTEGER, 
	source_id INTEGER, 
	line INTEGER, 
	CONSTRAINT pk_aliases PRIMARY KEY (id), 
	CONSTRAINT ck_aliases_kind_vocabulary CHECK (kind = 'deprecated' OR kind = 'spelling'), 
	CONSTRAINT fk_aliases_model_id FOREIGN KEY(model_id) REFERENCES models (id), 
	CONSTRAINT fk_aliases_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT fk_aliases_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id), 
	CONSTRAINT uq_aliases_name UNIQUE (name)
);
CREATE TABLE "benchmark_runs" (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	logical_source_id INTEGER NOT NULL, 
	environment_id INTEGER NOT NULL, 
	task VARCHAR NOT NULL, 
	precision VARCHAR NOT NULL, 
	layout VARCHAR NOT NULL, 
	compile VARCHAR NOT NULL, 
	protocol VARCHAR NOT NULL, 
	started_at VARCHAR(27), 
	machine_label VARCHAR, 
	compile_mode VARCHAR, 
	protocol_version VARCHAR DEFAULT '1' NOT NULL, 
	purpose VARCHAR DEFAULT 'manual' NOT NULL, 
	finished_at VARCHAR(27), 
	night VARCHAR, 
	timezone VARCHAR, 
	control_drift DOUBLE, 
	CONSTRAINT pk_benchmark_runs PRIMARY KEY (id), 
	CONSTRAINT ck_benchmark_runs_layout_vocabulary CHECK (layout = 'nchw' OR layout = 'nhwc'), 
	CONSTRAINT fk_benchmark_runs_environment_id FOREIGN KEY(environment_id) REFERENCES environments (id), 
	CONSTRAINT uq_benchmark_runs_slug UNIQUE (slug), 
	CONSTRAINT ck_benchmark_runs_protocol_vocabulary CHECK (protocol = 'timm-mean' OR protocol = 'backbonedb-median'), 
	CONSTRAINT ck_benchmark_runs_task_vocabulary CHECK (task = 'infer' OR task = 'train'), 
	CONSTRAINT ck_benchmark_runs_compile_vocabulary CHECK (compile = 'off' OR compile = 'inductor'), 
	CONSTRAINT fk_benchmark_runs_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id), 
	CONSTRAINT ck_benchmark_runs_precision_vocabulary CHECK (precision = 'fp32' OR precision = 'tf32' OR precision = 'fp16' OR precision = 'bf16' OR precision = 'amp' OR precision = 'amp_bf16'), 
	CONSTRAINT uq_benchmark_runs_logical_source_id UNIQUE (logical_source_id), 
	CONSTRAINT ck_benchmark_runs_purpose_vocabulary CHECK (purpose = 'manual' OR purpose = 'nightly'), 
	CONSTRAINT ck_benchmark_runs_control_drift_finite CHECK (control_drift >= 0 AND control_drift < 1e300)
);
INSERT INTO "benchmark_runs" VALUES(1,'infer-amp-nchw-pt291-cu128-rtx4090',2,1,'infer','amp','nchw','off','timm-mean',NULL,NULL,NULL,'1','manual',NULL,NULL,NULL,NULL);
INSERT INTO "benchmark_runs" VALUES(2,'bench-20260301t010000z-000000000000',4,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-01T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-01T02:00:00.000000Z','2026-03-01','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(3,'bench-20260302t010000z-000000000000',5,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-02T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-02T02:00:00.000000Z','2026-03-02','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(4,'bench-20260303t010000z-000000000000',6,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-03T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-03T02:00:00.000000Z','2026-03-03','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(5,'bench-20260304t010000z-000000000000',7,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-04T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-04T02:00:00.000000Z','2026-03-04','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(6,'bench-20260305t010000z-000000000000',8,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-05T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-05T02:00:00.000000Z','2026-03-05','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(7,'bench-20260306t010000z-000000000000',9,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-06T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-06T02:00:00.000000Z','2026-03-06','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(8,'bench-20260307t010000z-000000000000',10,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-07T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-07T02:00:00.000000Z','2026-03-07','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(9,'bench-20260308t010000z-000000000000',11,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-08T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-08T02:00:00.000000Z','2026-03-08','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(10,'bench-20260309t010000z-000000000000',12,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-09T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-09T02:00:00.000000Z','2026-03-09','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(11,'bench-20260310t010000z-000000000000',13,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-10T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-10T02:00:00.000000Z','2026-03-10','Europe/Berlin',0.01);
INSERT INTO "benchmark_runs" VALUES(12,'bench-20260311t010000z-000000000000',14,2,'infer','fp32','nchw','off','backbonedb-median','2026-03-11T01:00:00.000000Z','lab',NULL,'1','nightly','2026-03-11T02:00:00.000000Z','2026-03-11','Europe/Berlin',0.01);
CREATE TABLE change_points (
	id INTEGER NOT NULL, 
	series_id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	ratio DOUBLE, 
	CONSTRAINT pk_change_points PRIMARY KEY (id), 
	CONSTRAINT ck_change_points_kind_vocabulary CHECK (kind = 'detected' OR kind = 'environment' OR kind = 'accepted'), 
	CONSTRAINT ck_change_points_ratio_finite CHECK (ratio > 0 AND ratio < 1e300), 
	CONSTRAINT fk_change_points_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id), 
	CONSTRAINT fk_change_points_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT uq_change_points_series_id_run_id_kind UNIQUE (series_id, run_id, kind)
);
CREATE TABLE data_state (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	changed_at VARCHAR(27) NOT NULL, 
	rules_sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_data_state PRIMARY KEY (id), 
	CONSTRAINT ck_data_state_one_row CHECK (id = 1)
);
INSERT INTO "data_state" VALUES(1,14,'2026-11-22T22:24:37.014198Z','c07e79f65f207212654001c58c44f71ab5c98bb452d874ec334db0cbaff9b110');
CREATE TABLE datasets (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	class_count INTEGER NOT NULL, 
	image_count INTEGER NOT NULL, 
	paper_id INTEGER, 
	clean_dataset_id INTEGER, 
	CONSTRAINT pk_datasets PRIMARY KEY (id), 
	CONSTRAINT ck_datasets_counts_positive CHECK (class_count > 0 AND image_count > 0), 
	CONSTRAINT fk_datasets_clean_dataset_id FOREIGN KEY(clean_dataset_id) REFERENCES datasets (id), 
	CONSTRAINT fk_datasets_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id), 
	CONSTRAINT uq_datasets_name UNIQUE (name)
);
INSERT INTO "datasets" VALUES(1,'imagenet','ImageNet-1k validation',1000,50000,1,NULL);
INSERT INTO "datasets" VALUES(2,'imagenet-real','ImageNet ReaL',1000,50000,6,NULL);
INSERT INTO "datasets" VALUES(3,'imagenetv2-matched-frequency','ImageNetV2 matched frequency',1000,10000,3,NULL);
INSERT INTO "datasets" VALUES(4,'sketch','ImageNet-Sketch',1000,50889,4,NULL);
INSERT INTO "datasets" VALUES(5,'imagenet-a','ImageNet-A (natural adversarial examples)',200,7500,5,6);
INSERT INTO "datasets" VALUES(6,'imagenet-a-clean','ImageNet-1k validation images of ImageNet-A''s classes',200,10000,5,NULL);
INSERT INTO "datasets" VALUES(7,'imagenet-r','ImageNet-R (renditions)',200,30000,7,8);
INSERT INTO "datasets" VALUES(8,'imagenet-r-clean','ImageNet-1k validation images of ImageNet-R''s classes',200,10000,7,NULL);
CREATE TABLE "environments" (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	device_key VARCHAR NOT NULL, 
	device_kind VARCHAR NOT NULL, 
	device_name VARCHAR, 
	device_count INTEGER NOT NULL, 
	driver VARCHAR, 
	cuda VARCHAR, 
	cudnn VARCHAR, 
	torch VARCHAR, 
	timm VARCHAR, 
	python VARCHAR, 
	os VARCHAR, 
	cpu_model VARCHAR, 
	cpu_count INTEGER, 
	memory_mib INTEGER, 
	device_memory_mib INTEGER, 
	power_limit_w DOUBLE, 
	is_mig BOOLEAN, 
	thread_count INTEGER, 
	CONSTRAINT pk_environments PRIMARY KEY (id), 
	CONSTRAINT uq_environments_slug UNIQUE (slug), 
	CONSTRAINT ck_environments_device_kind_vocabulary CHECK (device_kind = 'cpu' OR device_kind = 'cuda' OR device_kind = 'other'), 
	CONSTRAINT ck_environments_device_count_positive CHECK (device_count > 0), 
	CONSTRAINT ck_environments_power_limit_w_finite CHECK (power_limit_w > 0 AND power_limit_w < 1e300)
);
INSERT INTO "environments" VALUES(1,'rtx4090-pt291-cu128','rtx4090','cuda',NULL,1,NULL,'12.8',NULL,'2.9.1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "environments" VALUES(2,'abacus-2c-2gib@lab-pt291-d4c9a5ee','abacus-2c-2gib@lab','cpu','Abacus(R) CPU @ 2 Hz',1,NULL,NULL,NULL,'2.9.1','1.0.31','3.11.7','Linux 6.1','Abacus(R) CPU @ 2 Hz',2,2048,NULL,NULL,NULL,2);
CREATE TABLE evaluations (
	id INTEGER NOT NULL, 
	logical_source_id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	until_source_id INTEGER, 
	dataset_id INTEGER NOT NULL, 
	variant_id INTEGER NOT NULL, 
	name_written VARCHAR NOT NULL, 
	img_size INTEGER NOT NULL, 
	top1 DOUBLE NOT NULL, 
	top5 DOUBLE NOT NULL, 
	param_count DOUBLE, 
	crop_pct DOUBLE, 
	interpolation VARCHAR, 
	is_shown BOOLEAN NOT NULL, 
	CONSTRAINT pk_evaluations PRIMARY KEY (id), 
	CONSTRAINT ck_evaluations_shown_is_current CHECK (NOT is_shown OR until_source_id IS NULL), 
	CONSTRAINT ck_evaluations_crop_pct_finite CHECK (crop_pct > 0 AND crop_pct < 1e300), 
	CONSTRAINT ck_evaluations_img_size_positive CHECK (img_size > 0), 
	CONSTRAINT ck_evaluations_param_count_finite CHECK (param_count > 0 AND param_count < 1e300), 
	CONSTRAINT ck_evaluations_top1_percent CHECK (top1 >= 0 AND top1 <= 100), 
	CONSTRAINT ck_evaluations_top5_percent CHECK (top5 >= 0 AND top5 <= 100), 
	CONSTRAINT ck_evaluations_top5_not_below_top1 CHECK (top5 >= top1), 
	CONSTRAINT ck_evaluations_until_after_from CHECK (until_source_id > source_id), 
	CONSTRAINT fk_evaluations_dataset_id FOREIGN KEY(dataset_id) REFERENCES datasets (id), 
	CONSTRAINT fk_evaluations_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id), 
	CONSTRAINT fk_evaluations_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT fk_evaluations_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id), 
	CONSTRAINT fk_evaluations_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id), 
	CONSTRAINT uq_evaluations_logical_source_id_name_written_img_size_source_id UNIQUE (logical_source_id, name_written, img_size, source_id)
);
INSERT INTO "evaluations" VALUES(1,1,1,2,NULL,1,2,'resnet50.a1_in1k',224,80.1,95.0,25.56,0.875,'bicubic',1);
INSERT INTO "evaluations" VALUES(2,1,1,3,NULL,1,1,'coat_lite_mini.in1k',224,79.1,94.5,25.56,0.875,'bicubic',1);
CREATE TABLE families (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	CONSTRAINT pk_families PRIMARY KEY (id), 
	CONSTRAINT uq_families_name UNIQUE (name)
);
INSERT INTO "families" VALUES(1,'resnet','ResNet');
INSERT INTO "families" VALUES(2,'resnetaa','ResNet-AA');
INSERT INTO "families" VALUES(3,'resnetblur','ResNet-Blur');
INSERT INTO "families" VALUES(4,'resnet_clip','CLIP ResNet');
INSERT INTO "families" VALUES(5,'resnetrs','ResNet-RS');
INSERT INTO "families" VALUES(6,'resnetv2','ResNetV2');
INSERT INTO "families" VALUES(7,'bit','BiT');
INSERT INTO "families" VALUES(8,'resnext','ResNeXt');
INSERT INTO "families" VALUES(9,'wide_resnet','Wide ResNet');
INSERT INTO "families" VALUES(10,'senet','SENet');
INSERT INTO "families" VALUES(11,'seresnet','SE-ResNet');
INSERT INTO "families" VALUES(12,'seresnext','SE-ResNeXt');
INSERT INTO "families" VALUES(13,'ecaresnet','ECA-ResNet');
INSERT INTO "families" VALUES(14,'gcresnet','GC-ResNet');
INSERT INTO "families" VALUES(15,'bat_resnext','BAT-ResNeXt');
INSERT INTO "families" VALUES(16,'sknet','SKNet');
INSERT INTO "families" VALUES(17,'resnest','ResNeSt');
INSERT INTO "families" VALUES(18,'res2net','Res2Net');
INSERT INTO "families" VALUES(19,'tresnet','TResNet');
INSERT INTO "families" VALUES(20,'nf_resnet','NF-ResNet');
INSERT INTO "families" VALUES(21,'nf_regnet','NF-RegNet');
INSERT INTO "families" VALUES(22,'nfnet','NFNet');
INSERT INTO "families" VALUES(23,'botnet','BoTNet');
INSERT INTO "families" VALUES(24,'halonet','HaloNet');
INSERT INTO "families" VALUES(25,'lambda_resnet','LambdaNetworks');
INSERT INTO "families" VALUES(26,'vgg','VGG');
INSERT INTO "families" VALUES(27,'repvgg','RepVGG');
INSERT INTO "families" VALUES(28,'densenet','DenseNet');
INSERT INTO "families" VALUES(29,'densenetblur','DenseNet-Blur');
INSERT INTO "families" VALUES(30,'rdnet','RDNet');
INSERT INTO "families" VALUES(31,'dla','DLA');
INSERT INTO "families" VALUES(32,'dpn','DPN');
INSERT INTO "families" VALUES(33,'hrnet','HRNet');
INSERT INTO "families" VALUES(34,'inception_v3','Inception-v3');
INSERT INTO "families" VALUES(35,'inception_v4','Inception-v4');
INSERT INTO "families" VALUES(36,'inception_resnet_v2','Inception-ResNet-v2');
INSERT INTO "families" VALUES(37,'inception_next','InceptionNeXt');
INSERT INTO "families" VALUES(38,'xception','Xception');
INSERT INTO "families" VALUES(39,'xception_aligned','Aligned Xception');
INSERT INTO "families" VALUES(40,'darknet','Darknet');
INSERT INTO "families" VALUES(41,'cspdarknet','CSPDarknet');
INSERT INTO "families" VALUES(42,'cspresnet','CSPResNet');
INSERT INTO "families" VALUES(43,'cs3darknet','CS3-Darknet');
INSERT INTO "families" VALUES(44,'cspnext','CSPNeXt');
INSERT INTO "families" VALUES(45,'vovnet','VoVNet');
INSERT INTO "families" VALUES(46,'vovnetv2','VoVNetV2');
INSERT INTO "families" VALUES(47,'selecsls','SelecSLS');
INSERT INTO "families" VALUES(48,'gernet','GENet (GPU-efficient)');
INSERT INTO "families" VALUES(49,'regnet','RegNet');
INSERT INTO "families" VALUES(50,'regnetz','RegNetZ');
INSERT INTO "families" VALUES(51,'convnext','ConvNeXt');
INSERT INTO "families" VALUES(52,'convnextv2','ConvNeXt V2');
INSERT INTO "families" VALUES(53,'convmixer','ConvMixer');
INSERT INTO "families" VALUES(54,'focalnet','FocalNet');
INSERT INTO "families" VALUES(55,'hgnet','PP-HGNet');
INSERT INTO "families" VALUES(56,'hgnetv2','PP-HGNetV2');
INSERT INTO "families" VALUES(57,'csatv2','CSATv2');
INSERT INTO "families" VALUES(58,'mambaout','MambaOut');
INSERT INTO "families" VALUES(59,'starnet','StarNet');
INSERT INTO "families" VALUES(60,'fasternet','FasterNet');
INSERT INTO "families" VALUES(61,'nasnet','NASNet');
INSERT INTO "families" VALUES(62,'pnasnet','PNASNet');
INSERT INTO "families" VALUES(63,'hardcorenas','HardCoRe-NAS');
INSERT INTO "families" VALUES(64,'spnasnet','Single-Path NAS');
INSERT INTO "families" VALUES(65,'mnasnet','MnasNet');
INSERT INTO "families" VALUES(66,'fbnet','FBNet');
INSERT INTO "families" VALUES(67,'fbnetv3','FBNetV3');
INSERT INTO "families" VALUES(68,'efficientnet','EfficientNet');
INSERT INTO "families" VALUES(69,'efficientnet_cc','CondConv-EfficientNet');
INSERT INTO "families" VALUES(70,'efficientnet_edge','EfficientNet-EdgeTPU');
INSERT INTO "families" VALUES(71,'efficientnet_lite','EfficientNet-Lite');
INSERT INTO "families" VALUES(72,'efficientnet_x','EfficientNet-X');
INSERT INTO "families" VALUES(73,'efficientnetv2','EfficientNetV2');
INSERT INTO "families" VALUES(74,'mixnet','MixNet');
INSERT INTO "families" VALUES(75,'tinynet','TinyNet');
INSERT INTO "families" VALUES(76,'rexnet','ReXNet');
INSERT INTO "families" VALUES(77,'ghostnet','GhostNet');
INSERT INTO "families" VALUES(78,'ghostnetv2','GhostNetV2');
INSERT INTO "families" VALUES(79,'ghostnetv3','GhostNetV3');
INSERT INTO "families" VALUES(80,'repghostnet','RepGhostNet');
INSERT INTO "families" VALUES(81,'lcnet','PP-LCNet');
INSERT INTO "families" VALUES(82,'lcnetv2','PP-LCNetV2');
INSERT INTO "families" VALUES(83,'mobilenetv1','MobileNetV1');
INSERT INTO "families" VALUES(84,'mobilenetv2','MobileNetV2');
INSERT INTO "families" VALUES(85,'mobilenetv3','MobileNetV3');
INSERT INTO "families" VALUES(86,'mobilenetv4','MobileNetV4');
INSERT INTO "families" VALUES(87,'mobilenetv5','MobileNetV5');
INSERT INTO "families" VALUES(88,'mobilenet_edgetpu','MobileNet-EdgeTPU');
INSERT INTO "families" VALUES(89,'mobilenet_edgetpu_v2','MobileNet-EdgeTPU-V2');
INSERT INTO "families" VALUES(90,'mobileone','MobileOne');
INSERT INTO "families" VALUES(91,'mixer','MLP-Mixer');
INSERT INTO "families" VALUES(92,'gmixer','GluMixer');
INSERT INTO "families" VALUES(93,'resmlp','ResMLP');
INSERT INTO "families" VALUES(94,'gmlp','gMLP');
INSERT INTO "families" VALUES(95,'sequencer','Sequencer');
INSERT INTO "families" VALUES(96,'poolformer','PoolFormer');
INSERT INTO "families" VALUES(97,'poolformerv2','PoolFormerV2');
INSERT INTO "families" VALUES(98,'convformer','ConvFormer');
INSERT INTO "families" VALUES(99,'caformer','CAFormer');
INSERT INTO "families" VALUES(100,'vit','ViT');
INSERT INTO "families" VALUES(101,'vit_hybrid','ViT hybrid (ResNet stem)');
INSERT INTO "families" VALUES(102,'vit_reg','ViT with registers');
INSERT INTO "families" VALUES(103,'vit_relpos','ViT with relative position');
INSERT INTO "families" VALUES(104,'vit_rope','RoPE-ViT');
INSERT INTO "families" VALUES(105,'vit_clip','CLIP ViT');
INSERT INTO "families" VALUES(106,'vit_siglip','SigLIP');
INSERT INTO "families" VALUES(107,'vit_dinov2','DINOv2');
INSERT INTO "families" VALUES(108,'vit_dinov3','DINOv3');
INSERT INTO "families" VALUES(109,'vit_tipsv2','TIPSv2');
INSERT INTO "families" VALUES(110,'vit_lingbot','LingBot-Vision');
INSERT INTO "families" VALUES(111,'vit_sapiens2','Sapiens2');
INSERT INTO "families" VALUES(112,'radio_v3','C-RADIOv3');
INSERT INTO "families" VALUES(113,'radio_v4','C-RADIOv4');
INSERT INTO "families" VALUES(114,'perception_encoder','Perception Encoder');
INSERT INTO "families" VALUES(115,'internvit','InternViT');
INSERT INTO "families" VALUES(116,'naflexvit','NaFlexViT');
INSERT INTO "families" VALUES(117,'flexivit','FlexiViT');
INSERT INTO "families" VALUES(118,'aimv2','AIMv2');
INSERT INTO "families" VALUES(119,'deit','DeiT');
INSERT INTO "families" VALUES(120,'deit3','DeiT III');
INSERT INTO "families" VALUES(121,'beit','BEiT');
INSERT INTO "families" VALUES(122,'beitv2','BEiT v2');
INSERT INTO "families" VALUES(123,'beit3','BEiT-3');
INSERT INTO "families" VALUES(124,'eva','EVA');
INSERT INTO "families" VALUES(125,'eva02','EVA-02');
INSERT INTO "families" VALUES(126,'eva02_clip','EVA-02-CLIP');
INSERT INTO "families" VALUES(127,'samvit','SAM');
INSERT INTO "families" VALUES(128,'cait','CaiT');
INSERT INTO "families" VALUES(129,'tnt','TNT');
INSERT INTO "families" VALUES(130,'volo','VOLO');
INSERT INTO "families" VALUES(131,'xcit','XCiT');
INSERT INTO "families" VALUES(132,'vitamin','ViTamin');
INSERT INTO "families" VALUES(133,'tiny_vit','TinyViT');
INSERT INTO "families" VALUES(134,'qwen3_vit','Qwen3-VL ViT');
INSERT INTO "families" VALUES(135,'gemma4_vit','Gemma 4 ViT');
INSERT INTO "families" VALUES(136,'deepseek_vit','DeepSeek ViT');
INSERT INTO "families" VALUES(137,'swin','Swin Transformer');
INSERT INTO "families" VALUES(138,'swin_s3','AutoFormerV2 (S3)');
INSERT INTO "families" VALUES(139,'swinv2','Swin Transformer V2');
INSERT INTO "families" VALUES(140,'pvt_v2','PVT v2');
INSERT INTO "families" VALUES(141,'pit','PiT');
INSERT INTO "families" VALUES(142,'twins','Twins');
INSERT INTO "families" VALUES(143,'nest','NesT');
INSERT INTO "families" VALUES(144,'coat','CoaT');
INSERT INTO "families" VALUES(145,'coatnet','CoAtNet');
INSERT INTO "families" VALUES(146,'coatnext','CoAtNeXt');
INSERT INTO "families" VALUES(147,'maxvit','MaxViT');
INSERT INTO "families" VALUES(148,'maxxvit','MaxxViT');
INSERT INTO "families" VALUES(149,'convit','ConViT');
INSERT INTO "families" VALUES(150,'crossvit','CrossViT');
INSERT INTO "families" VALUES(151,'levit','LeViT');
INSERT INTO "families" VALUES(152,'visformer','Visformer');
INSERT INTO "families" VALUES(153,'gcvit','GCViT');
INSERT INTO "families" VALUES(154,'davit','DaViT');
INSERT INTO "families" VALUES(155,'mvitv2','MViTv2');
INSERT INTO "families" VALUES(156,'hiera','Hiera');
INSERT INTO "families" VALUES(157,'sam2_hiera','SAM 2 Hiera');
INSERT INTO "families" VALUES(158,'nextvit','Next-ViT');
INSERT INTO "families" VALUES(159,'edgenext','EdgeNeXt');
INSERT INTO "families" VALUES(160,'mobilevit','MobileViT');
INSERT INTO "families" VALUES(161,'mobilevitv2','MobileViTV2');
INSERT INTO "families" VALUES(162,'efficientformer','EfficientFormer');
INSERT INTO "families" VALUES(163,'efficientformerv2','EfficientFormerV2');
INSERT INTO "families" VALUES(164,'efficientvit_mit','EfficientViT (MIT)');
INSERT INTO "families" VALUES(165,'efficientvit_msra','EfficientViT (MSRA)');
INSERT INTO "families" VALUES(166,'efficientvim','EfficientViM');
INSERT INTO "families" VALUES(167,'fastvit','FastViT');
INSERT INTO "families" VALUES(168,'mobileclip','MobileCLIP');
INSERT INTO "families" VALUES(169,'mobileclip2','MobileCLIP2');
INSERT INTO "families" VALUES(170,'repvit','RepViT');
INSERT INTO "families" VALUES(171,'swiftformer','SwiftFormer');
INSERT INTO "families" VALUES(172,'shvit','SHViT');
INSERT INTO "families" VALUES(173,'iformer','iFormer');
INSERT INTO "families" VALUES(174,'lowformer','LowFormer');
INSERT INTO "families" VALUES(175,'cpubone','CPUBone');
INSERT INTO "families" VALUES(176,'test','timm test networks');
CREATE TABLE ingests (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	finished_at VARCHAR(27) NOT NULL, 
	added_count INTEGER NOT NULL, 
	closed_count INTEGER NOT NULL, 
	unchanged_count INTEGER NOT NULL, 
	program_version VARCHAR NOT NULL, 
	is_forced BOOLEAN NOT NULL, 
	CONSTRAINT pk_ingests PRIMARY KEY (id), 
	CONSTRAINT fk_ingests_source_id FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_ingests_source_id UNIQUE (source_id)
);
INSERT INTO "ingests" VALUES(1,1,'2026-11-22T22:24:36.870535Z','2026-11-22T22:24:36.930607Z',2,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(2,2,'2026-11-22T22:24:36.934715Z','2026-11-22T22:24:36.944489Z',2,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(3,3,'2026-11-22T22:24:36.945972Z','2026-11-22T22:24:36.957364Z',0,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(4,4,'2026-11-22T22:24:36.958670Z','2026-11-22T22:24:36.968754Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(5,5,'2026-11-22T22:24:36.970204Z','2026-11-22T22:24:36.973657Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(6,6,'2026-11-22T22:24:36.976952Z','2026-11-22T22:24:36.980342Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(7,7,'2026-11-22T22:24:36.981494Z','2026-11-22T22:24:36.984677Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(8,8,'2026-11-22T22:24:36.985759Z','2026-11-22T22:24:36.989033Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(9,9,'2026-11-22T22:24:36.990301Z','2026-11-22T22:24:36.993290Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(10,10,'2026-11-22T22:24:36.994413Z','2026-11-22T22:24:36.997465Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(11,11,'2026-11-22T22:24:36.998624Z','2026-11-22T22:24:37.001635Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(12,12,'2026-11-22T22:24:37.002821Z','2026-11-22T22:24:37.005760Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(13,13,'2026-11-22T22:24:37.006926Z','2026-11-22T22:24:37.009899Z',4,0,0,'0.1.0',0);
INSERT INTO "ingests" VALUES(14,14,'2026-11-22T22:24:37.011129Z','2026-11-22T22:24:37.014198Z',6,0,0,'0.1.0',0);
CREATE TABLE licences (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	spdx_id VARCHAR, 
	title VARCHAR NOT NULL, 
	commercial_use VARCHAR NOT NULL, 
	source_url VARCHAR, 
	reading VARCHAR, 
	CONSTRAINT pk_licences PRIMARY KEY (id), 
	CONSTRAINT ck_licences_reading_has_source CHECK (commercial_use = 'unknown' OR source_url IS NOT NULL), 
	CONSTRAINT ck_licences_commercial_use_vocabulary CHECK (commercial_use = 'yes' OR commercial_use = 'no' OR commercial_use = 'unknown'), 
	CONSTRAINT uq_licences_name UNIQUE (name)
);
CREATE TABLE logical_sources (
	id INTEGER NOT NULL, 
	publisher VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	CONSTRAINT pk_logical_sources PRIMARY KEY (id), 
	CONSTRAINT ck_logical_sources_kind_vocabulary CHECK (kind = 'notes' OR kind = 'registry' OR kind = 'results' OR kind = 'benchmark' OR kind = 'metadata' OR kind = 'bench_job'), 
	CONSTRAINT uq_logical_sources_publisher_kind_subject UNIQUE (publisher, kind, subject)
);
INSERT INTO "logical_sources" VALUES(1,'timm','results','imagenet');
INSERT INTO "logical_sources" VALUES(2,'timm','benchmark','infer-amp-nchw-pt291-cu128-rtx4090');
INSERT INTO "logical_sources" VALUES(3,'notes','notes','catalog-notes');
INSERT INTO "logical_sources" VALUES(4,'backbonedb','bench_job','20260301t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(5,'backbonedb','bench_job','20260302t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(6,'backbonedb','bench_job','20260303t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(7,'backbonedb','bench_job','20260304t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(8,'backbonedb','bench_job','20260305t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(9,'backbonedb','bench_job','20260306t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(10,'backbonedb','bench_job','20260307t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(11,'backbonedb','bench_job','20260308t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(12,'backbonedb','bench_job','20260309t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(13,'backbonedb','bench_job','20260310t010000z-000000000000');
INSERT INTO "logical_sources" VALUES(14,'backbonedb','bench_job','20260311t010000z-000000000000');
CREATE TABLE measurement_samples (
	source_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	samples_ms VARCHAR NOT NULL, 
	CONSTRAINT pk_measurement_samples PRIMARY KEY (source_id, line), 
	CONSTRAINT fk_measurement_samples_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line)
)
 WITHOUT ROWID

;
INSERT INTO "measurement_samples" VALUES(4,2,'[20.0,20.0,20.0]');
INSERT INTO "measurement_samples" VALUES(4,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(5,2,'[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO "measurement_samples" VALUES(5,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(6,2,'[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO "measurement_samples" VALUES(6,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(7,2,'[20.0,20.0,20.0]');
INSERT INTO "measurement_samples" VALUES(7,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(8,2,'[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO "measurement_samples" VALUES(8,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(9,2,'[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO "measurement_samples" VALUES(9,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(10,2,'[20.0,20.0,20.0]');
INSERT INTO "measurement_samples" VALUES(10,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(11,2,'[19.980019980019982,19.980019980019982,19.980019980019982]');
INSERT INTO "measurement_samples" VALUES(11,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(12,2,'[19.96007984031936,19.96007984031936,19.96007984031936]');
INSERT INTO "measurement_samples" VALUES(12,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(13,2,'[20.0,20.0,20.0]');
INSERT INTO "measurement_samples" VALUES(13,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(14,2,'[25.0,25.0,25.0]');
INSERT INTO "measurement_samples" VALUES(14,3,'[50.0,50.0,50.0]');
INSERT INTO "measurement_samples" VALUES(14,4,'[25.0,25.0,25.0]');
INSERT INTO "measurement_samples" VALUES(14,5,'[25.0,25.0,25.0]');
CREATE TABLE "measurements" (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	until_source_id INTEGER, 
	model_id INTEGER NOT NULL, 
	name_written VARCHAR NOT NULL, 
	img_size INTEGER NOT NULL, 
	batch_size INTEGER, 
	status VARCHAR NOT NULL, 
	samples_per_second DOUBLE, 
	step_time_ms DOUBLE, 
	gmacs DOUBLE, 
	macts DOUBLE, 
	param_count DOUBLE, 
	is_contradictory BOOLEAN NOT NULL, 
	repeat INTEGER DEFAULT '1' NOT NULL, 
	reason VARCHAR, 
	is_max_batch_size BOOLEAN, 
	sample_count INTEGER, 
	is_low_n BOOLEAN, 
	wall_samples_per_second DOUBLE, 
	step_time_mean_ms DOUBLE, 
	step_time_p5_ms DOUBLE, 
	step_time_p90_ms DOUBLE, 
	step_time_p95_ms DOUBLE, 
	step_time_p99_ms DOUBLE, 
	step_time_mad_ms DOUBLE, 
	step_time_cv DOUBLE, 
	first_step_s DOUBLE, 
	compile_time_s DOUBLE, 
	peak_memory_mib DOUBLE, 
	peak_memory_reserved_mib DOUBLE, 
	energy_per_image_j DOUBLE, 
	cost_counter VARCHAR, 
	is_output_finite BOOLEAN, 
	CONSTRAINT pk_measurements PRIMARY KEY (id), 
	CONSTRAINT ck_measurements_img_size_positive CHECK (img_size > 0), 
	CONSTRAINT ck_measurements_status_vocabulary CHECK (status = 'ok' OR status = 'oom' OR status = 'error' OR status = 'timeout' OR status = 'unstable' OR status = 'missing'), 
	CONSTRAINT ck_measurements_batch_size_positive CHECK (batch_size > 0), 
	CONSTRAINT ck_measurements_ok_has_figure CHECK (status <> 'ok' OR (samples_per_second IS NOT NULL AND batch_size IS NOT NULL)), 
	CONSTRAINT ck_measurements_param_count_finite CHECK (param_count > 0 AND param_count < 1e300), 
	CONSTRAINT ck_measurements_until_after_from CHECK (until_source_id > source_id), 
	CONSTRAINT fk_measurements_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id), 
	CONSTRAINT fk_measurements_run_id FOREIGN KEY(run_id) REFERENCES benchmark_runs (id), 
	CONSTRAINT ck_measurements_samples_per_second_finite CHECK (samples_per_second > 0 AND samples_per_second < 1e300), 
	CONSTRAINT ck_measurements_macts_finite CHECK (macts >= 0 AND macts < 1e300), 
	CONSTRAINT fk_measurements_model_id FOREIGN KEY(model_id) REFERENCES models (id), 
	CONSTRAINT fk_measurements_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT ck_measurements_step_time_ms_finite CHECK (step_time_ms > 0 AND step_time_ms < 1e300), 
	CONSTRAINT ck_measurements_gmacs_finite CHECK (gmacs >= 0 AND gmacs < 1e300), 
	CONSTRAINT ck_measurements_repeat_positive CHECK (repeat > 0), 
	CONSTRAINT ck_measurements_figures_finite CHECK (coalesce(wall_samples_per_second, step_time_mean_ms, step_time_p5_ms, step_time_p90_ms, step_time_p95_ms, step_time_p99_ms, step_time_mad_ms, step_time_cv, first_step_s, compile_time_s, peak_memory_mib, peak_memory_reserved_mib, energy_per_image_j) IS NULL OR (wall_samples_per_second >= 0 AND wall_samples_per_second < 1e300 AND step_time_mean_ms >= 0 AND step_time_mean_ms < 1e300 AND step_time_p5_ms >= 0 AND step_time_p5_ms < 1e300 AND step_time_p90_ms >= 0 AND step_time_p90_ms < 1e300 AND step_time_p95_ms >= 0 AND step_time_p95_ms < 1e300 AND step_time_p99_ms >= 0 AND step_time_p99_ms < 1e300 AND step_time_mad_ms >= 0 AND step_time_mad_ms < 1e300 AND step_time_cv >= 0 AND step_time_cv < 1e300 AND first_step_s >= 0 AND first_step_s < 1e300 AND compile_time_s >= 0 AND compile_time_s < 1e300 AND peak_memory_mib >= 0 AND peak_memory_mib < 1e300 AND peak_memory_reserved_mib >= 0 AND peak_memory_reserved_mib < 1e300 AND energy_per_image_j >= 0 AND energy_per_image_j < 1e300)), 
	CONSTRAINT uq_measurements_key UNIQUE (run_id, name_written, img_size, batch_size, repeat, source_id)
);
INSERT INTO "measurements" VALUES(1,1,2,2,NULL,2,'resnet50',224,1024,'ok',3000.5,341.28,4.11,11.11,25.56,0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(2,1,2,3,NULL,3,'vit_tiny_patch16_224',224,NULL,'missing',NULL,NULL,NULL,NULL,NULL,0,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(3,2,4,2,NULL,2,'resnet50',224,1,'ok',50.0,20.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.0,20.0,20.0,20.0,20.0,20.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(4,2,4,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(5,2,4,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(6,2,4,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(7,3,5,2,NULL,2,'resnet50',224,1,'ok',50.05,1.99800199800199820288e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.05,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(8,3,5,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(9,3,5,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(10,3,5,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(11,4,6,2,NULL,2,'resnet50',224,1,'ok',50.1,1.99600798403193593344e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.1,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(12,4,6,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(13,4,6,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(14,4,6,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(15,5,7,2,NULL,2,'resnet50',224,1,'ok',50.0,20.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.0,20.0,20.0,20.0,20.0,20.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(16,5,7,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(17,5,7,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(18,5,7,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(19,6,8,2,NULL,2,'resnet50',224,1,'ok',50.05,1.99800199800199820288e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.05,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(20,6,8,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(21,6,8,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(22,6,8,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(23,7,9,2,NULL,2,'resnet50',224,1,'ok',50.1,1.99600798403193593344e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.1,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(24,7,9,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(25,7,9,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(26,7,9,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(27,8,10,2,NULL,2,'resnet50',224,1,'ok',50.0,20.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.0,20.0,20.0,20.0,20.0,20.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(28,8,10,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(29,8,10,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(30,8,10,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(31,9,11,2,NULL,2,'resnet50',224,1,'ok',50.05,1.99800199800199820288e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.05,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,1.99800199800199820288e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(32,9,11,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(33,9,11,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(34,9,11,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(35,10,12,2,NULL,2,'resnet50',224,1,'ok',50.1,1.99600798403193593344e+01,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.1,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,1.99600798403193593344e+01,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(36,10,12,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(37,10,12,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(38,10,12,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(39,11,13,2,NULL,2,'resnet50',224,1,'ok',50.0,20.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,50.0,20.0,20.0,20.0,20.0,20.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(40,11,13,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(41,11,13,4,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(42,11,13,5,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(43,12,14,2,NULL,2,'resnet50',224,1,'ok',40.0,25.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,40.0,25.0,25.0,25.0,25.0,25.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(44,12,14,3,NULL,4,'vgg11',224,1,'ok',20.0,50.0,4.1,11.1,25.557032,0,1,NULL,0,3,0,20.0,50.0,50.0,50.0,50.0,50.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(45,12,14,4,NULL,2,'resnet50',224,1,'ok',40.0,25.0,4.1,11.1,25.557032,0,2,NULL,0,3,0,40.0,25.0,25.0,25.0,25.0,25.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(46,12,14,5,NULL,2,'resnet50',224,1,'ok',40.0,25.0,4.1,11.1,25.557032,0,3,NULL,0,3,0,40.0,25.0,25.0,25.0,25.0,25.0,0.0,0.0,0.1,NULL,512.0,NULL,NULL,'torch.utils.flop_counter',1);
INSERT INTO "measurements" VALUES(47,12,14,6,NULL,5,'vgg16',224,4,'oom',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in oom',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "measurements" VALUES(48,12,14,7,NULL,6,'vgg19',224,NULL,'error',NULL,NULL,NULL,NULL,NULL,0,1,'it ended in error',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE model_papers (
	model_id INTEGER NOT NULL, 
	paper_id INTEGER NOT NULL, 
	relation VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	confidence VARCHAR NOT NULL, 
	CONSTRAINT pk_model_papers PRIMARY KEY (model_id, paper_id), 
	CONSTRAINT ck_model_papers_confidence_vocabulary CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'), 
	CONSTRAINT ck_model_papers_relation_vocabulary CHECK (relation = 'introduces' OR relation = 'related'), 
	CONSTRAINT ck_model_papers_source_vocabulary CHECK (source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'), 
	CONSTRAINT fk_model_papers_model_id FOREIGN KEY(model_id) REFERENCES models (id), 
	CONSTRAINT fk_model_papers_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id)
);
INSERT INTO "model_papers" VALUES(2,2,'introduces','curated','high');
INSERT INTO "model_papers" VALUES(3,8,'introduces','curated','medium');
CREATE TABLE models (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	family_id INTEGER, 
	year INTEGER, 
	year_source VARCHAR, 
	parameters BIGINT, 
	module VARCHAR, 
	is_registered BOOLEAN NOT NULL, 
	source_id INTEGER, 
	line INTEGER, 
	CONSTRAINT pk_models PRIMARY KEY (id), 
	CONSTRAINT ck_models_year_source_vocabulary CHECK (year_source = 'note' OR year_source = 'note_sibling' OR year_source = 'note_remark' OR year_source = 'note_family' OR year_source = 'paper'), 
	CONSTRAINT ck_models_year_has_source CHECK ((year IS NULL) = (year_source IS NULL)), 
	CONSTRAINT ck_models_parameters_positive CHECK (parameters > 0), 
	CONSTRAINT ck_models_year_range CHECK (year BETWEEN 1950 AND 2100), 
	CONSTRAINT fk_models_family_id FOREIGN KEY(family_id) REFERENCES families (id), 
	CONSTRAINT fk_models_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT uq_models_name UNIQUE (name)
);
INSERT INTO "models" VALUES(1,'coat_lite_mini',144,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "models" VALUES(2,'resnet50',1,2015,'paper',NULL,NULL,0,NULL,NULL);
INSERT INTO "models" VALUES(3,'vit_tiny_patch16_224',100,2020,'paper',NULL,NULL,0,NULL,NULL);
INSERT INTO "models" VALUES(4,'vgg11',26,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "models" VALUES(5,'vgg16',26,NULL,NULL,NULL,NULL,0,NULL,NULL);
INSERT INTO "models" VALUES(6,'vgg19',26,NULL,NULL,NULL,NULL,0,NULL,NULL);
CREATE TABLE note_models (
	note_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	remark_position INTEGER, 
	name_written VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	words VARCHAR, 
	link VARCHAR, 
	stated_year INTEGER, 
	model_id INTEGER, 
	variant_id INTEGER, 
	family_id INTEGER, 
	CONSTRAINT pk_note_models PRIMARY KEY (note_id, position), 
	CONSTRAINT ck_note_models_relation_vocabulary CHECK (relation = 'subject' OR relation = 'covers' OR relation = 'sibling' OR relation = 'related' OR relation = 'best' OR relation = 'mention'), 
	CONSTRAINT fk_note_models_family_id FOREIGN KEY(family_id) REFERENCES families (id), 
	CONSTRAINT fk_note_models_model_id FOREIGN KEY(model_id) REFERENCES models (id), 
	CONSTRAINT fk_note_models_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position), 
	CONSTRAINT fk_note_models_note_id FOREIGN KEY(note_id) REFERENCES notes (id), 
	CONSTRAINT fk_note_models_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE TABLE note_papers (
	note_id INTEGER NOT NULL, 
	arxiv_id VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	remark_position INTEGER, 
	CONSTRAINT pk_note_papers PRIMARY KEY (note_id, arxiv_id), 
	CONSTRAINT ck_note_papers_relation_vocabulary CHECK (relation = 'introduces' OR relation = 'related'), 
	CONSTRAINT fk_note_papers_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position), 
	CONSTRAINT fk_note_papers_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_remarks (
	note_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	parent_position INTEGER, 
	kind VARCHAR NOT NULL, 
	line INTEGER NOT NULL, 
	raw VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_note_remarks PRIMARY KEY (note_id, position), 
	CONSTRAINT ck_note_remarks_kind_vocabulary CHECK (kind = 'bullet' OR kind = 'text'), 
	CONSTRAINT ck_note_remarks_parent_before_child CHECK (parent_position < position), 
	CONSTRAINT fk_note_remarks_note_id_parent_position FOREIGN KEY(note_id, parent_position) REFERENCES note_remarks (note_id, position), 
	CONSTRAINT fk_note_remarks_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_sizes (
	note_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	purpose VARCHAR NOT NULL, 
	height INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	CONSTRAINT pk_note_sizes PRIMARY KEY (note_id, position), 
	CONSTRAINT ck_note_sizes_purpose_vocabulary CHECK (purpose = 'any' OR purpose = 'train' OR purpose = 'test'), 
	CONSTRAINT ck_note_sizes_size_positive CHECK (height > 0 AND width > 0), 
	CONSTRAINT fk_note_sizes_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE note_trainers (
	note_id INTEGER NOT NULL, 
	token VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	remark_position INTEGER NOT NULL, 
	CONSTRAINT pk_note_trainers PRIMARY KEY (note_id, token), 
	CONSTRAINT fk_note_trainers_note_id_remark_position FOREIGN KEY(note_id, remark_position) REFERENCES note_remarks (note_id, position), 
	CONSTRAINT fk_note_trainers_note_id FOREIGN KEY(note_id) REFERENCES notes (id)
);
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	year INTEGER, 
	title VARCHAR NOT NULL, 
	link VARCHAR, 
	link_name VARCHAR, 
	link_variant_id INTEGER, 
	date VARCHAR, 
	date_precision VARCHAR, 
	date_written VARCHAR, 
	image_sizes JSON NOT NULL, 
	line INTEGER NOT NULL, 
	end_line INTEGER NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id), 
	CONSTRAINT ck_notes_date_precision_vocabulary CHECK (date_precision = 'year' OR date_precision = 'month' OR date_precision = 'day'), 
	CONSTRAINT fk_notes_link_variant_id FOREIGN KEY(link_variant_id) REFERENCES variants (id), 
	CONSTRAINT fk_notes_source_id FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_notes_source_id_position UNIQUE (source_id, position)
);
CREATE TABLE papers (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	arxiv_id VARCHAR, 
	title VARCHAR, 
	url VARCHAR NOT NULL, 
	submitted VARCHAR, 
	submitted_precision VARCHAR, 
	revised VARCHAR, 
	revised_precision VARCHAR, 
	authors JSON, 
	venue VARCHAR, 
	doi VARCHAR, 
	CONSTRAINT pk_papers PRIMARY KEY (id), 
	CONSTRAINT ck_papers_revised_precision_vocabulary CHECK (revised_precision = 'year' OR revised_precision = 'month' OR revised_precision = 'day'), 
	CONSTRAINT ck_papers_submitted_precision_vocabulary CHECK (submitted_precision = 'year' OR submitted_precision = 'month' OR submitted_precision = 'day'), 
	CONSTRAINT ck_papers_revised_has_precision CHECK ((revised IS NULL) = (revised_precision IS NULL)), 
	CONSTRAINT ck_papers_submitted_has_precision CHECK ((submitted IS NULL) = (submitted_precision IS NULL)), 
	CONSTRAINT uq_papers_arxiv_id UNIQUE (arxiv_id), 
	CONSTRAINT uq_papers_doi UNIQUE (doi), 
	CONSTRAINT uq_papers_key UNIQUE ("key")
);
INSERT INTO "papers" VALUES(1,'1409.0575','1409.0575','ImageNet Large Scale Visual Recognition Challenge','https://arxiv.org/abs/1409.0575','2014-09','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(2,'1512.03385','1512.03385','Deep Residual Learning for Image Recognition','https://arxiv.org/abs/1512.03385','2015-12','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(3,'1902.10811','1902.10811','Do ImageNet Classifiers Generalize to ImageNet?','https://arxiv.org/abs/1902.10811','2019-02','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(4,'1905.13549','1905.13549','Learning Robust Global Representations by Penalizing Local Predictive Power','https://arxiv.org/abs/1905.13549','2019-05','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(5,'1907.07174','1907.07174','Natural Adversarial Examples','https://arxiv.org/abs/1907.07174','2019-07','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(6,'2006.07159','2006.07159','Are we done with ImageNet?','https://arxiv.org/abs/2006.07159','2020-06','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(7,'2006.16241','2006.16241','The Many Faces of Robustness: A Critical Analysis of Out-of-Distribution Generalization','https://arxiv.org/abs/2006.16241','2020-06','month',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "papers" VALUES(8,'2010.11929','2010.11929','An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale','https://arxiv.org/abs/2010.11929','2020-10','month',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE problems (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	line INTEGER, 
	column_name VARCHAR, 
	code VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	is_derived BOOLEAN NOT NULL, 
	CONSTRAINT pk_problems PRIMARY KEY (id), 
	CONSTRAINT fk_problems_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
);
INSERT INTO "problems" VALUES(1,1,3,'model','unregistered_name','coat_lite_mini.in1k is not in timm''s registry',1);
INSERT INTO "problems" VALUES(2,1,2,'model','unregistered_name','resnet50.a1_in1k is not in timm''s registry',1);
INSERT INTO "problems" VALUES(3,2,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(4,2,3,'model','unregistered_name','vit_tiny_patch16_224 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(5,3,3,NULL,'note_outside_entry','''coat_lite_mini'' stands below no entry, so it is told of none',0);
INSERT INTO "problems" VALUES(6,3,4,NULL,'note_outside_entry','''train 224x224, test 224x224'' stands below no entry, so it is told of none',0);
INSERT INTO "problems" VALUES(7,3,5,NULL,'note_outside_entry','''2021.04.13 논문'' stands below no entry, so it is told of none',0);
INSERT INTO "problems" VALUES(8,4,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(9,4,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(10,4,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(11,4,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(12,5,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(13,5,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(14,5,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(15,5,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(16,6,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(17,6,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(18,6,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(19,6,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(20,7,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(21,7,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(22,7,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(23,7,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(24,8,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(25,8,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(26,8,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(27,8,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(28,9,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(29,9,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(30,9,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(31,9,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(32,10,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(33,10,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(34,10,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(35,10,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(36,11,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(37,11,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(38,11,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(39,11,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(40,12,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(41,12,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(42,12,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(43,12,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(44,13,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(45,13,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(46,13,4,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(47,13,5,'model','unregistered_name','vgg19 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(48,14,2,'model','unregistered_name','resnet50 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(49,14,3,'model','unregistered_name','vgg11 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(50,14,6,'model','unregistered_name','vgg16 is not in timm''s registry',1);
INSERT INTO "problems" VALUES(51,14,7,'model','unregistered_name','vgg19 is not in timm''s registry',1);
CREATE TABLE resolutions (
	id INTEGER NOT NULL, 
	variant_id INTEGER NOT NULL, 
	purpose VARCHAR NOT NULL, 
	height INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	crop_pct DOUBLE, 
	is_fixed BOOLEAN NOT NULL, 
	CONSTRAINT pk_resolutions PRIMARY KEY (id), 
	CONSTRAINT ck_resolutions_purpose_vocabulary CHECK (purpose = 'train' OR purpose = 'test' OR purpose = 'minimum' OR purpose = 'note'), 
	CONSTRAINT ck_resolutions_crop_pct_finite CHECK (crop_pct > 0 AND crop_pct < 1e300), 
	CONSTRAINT ck_resolutions_size_positive CHECK (height > 0 AND width > 0), 
	CONSTRAINT fk_resolutions_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id), 
	CONSTRAINT uq_resolutions_variant_id_purpose_height_width UNIQUE (variant_id, purpose, height, width)
);
CREATE TABLE series (
	id INTEGER NOT NULL, 
	model VARCHAR NOT NULL, 
	img_size INTEGER NOT NULL, 
	batch_size INTEGER NOT NULL, 
	task VARCHAR NOT NULL, 
	precision VARCHAR NOT NULL, 
	layout VARCHAR NOT NULL, 
	compile VARCHAR NOT NULL, 
	device_key VARCHAR NOT NULL, 
	protocol VARCHAR NOT NULL, 
	metric VARCHAR NOT NULL, 
	CONSTRAINT pk_series PRIMARY KEY (id), 
	CONSTRAINT uq_series_key UNIQUE (model, img_size, batch_size, task, precision, layout, compile, device_key, protocol, metric)
);
INSERT INTO "series" VALUES(1,'resnet50',224,1,'infer','fp32','nchw','off','abacus-2c-2gib@lab','backbonedb-median 1','samples_per_second');
CREATE TABLE source_rows (
	source_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	cells VARCHAR NOT NULL, 
	CONSTRAINT pk_source_rows PRIMARY KEY (source_id, line), 
	CONSTRAINT fk_source_rows_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID

;
INSERT INTO "source_rows" VALUES(1,2,'["resnet50.a1_in1k","224","80.1","19.900","95.0","5.000","25.56","0.875","bicubic"]');
INSERT INTO "source_rows" VALUES(1,3,'["coat_lite_mini.in1k","224","79.1","20.900","94.5","5.500","25.56","0.875","bicubic"]');
INSERT INTO "source_rows" VALUES(2,2,'["resnet50","3000.5","341.28","1024","224","4.11","11.11","25.56"]');
INSERT INTO "source_rows" VALUES(2,3,'["vit_tiny_patch16_224","","","","224","","",""]');
INSERT INTO "source_rows" VALUES(3,1,'["# 2021"]');
INSERT INTO "source_rows" VALUES(3,2,'["## [CoaT](#)"]');
INSERT INTO "source_rows" VALUES(3,3,'["- coat_lite_mini"]');
INSERT INTO "source_rows" VALUES(3,4,'["- train 224x224, test 224x224"]');
INSERT INTO "source_rows" VALUES(3,5,'["- 2021.04.13 논문"]');
INSERT INTO "source_rows" VALUES(4,1,'{"schema_version": 1, "type": "run", "run_id": "20260301t010000z-000000000000", "started_at": "2026-03-01T01:00:00.000000Z", "night": "2026-03-01", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(4,2,'{"schema_version":1,"type":"measurement","run_id":"20260301t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-01T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(4,3,'{"schema_version":1,"type":"measurement","run_id":"20260301t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-01T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(4,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260301t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-01T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(4,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260301t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-01T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(4,6,'{"schema_version": 1, "type": "end", "run_id": "20260301t010000z-000000000000", "finished_at": "2026-03-01T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(5,1,'{"schema_version": 1, "type": "run", "run_id": "20260302t010000z-000000000000", "started_at": "2026-03-02T01:00:00.000000Z", "night": "2026-03-02", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(5,2,'{"schema_version":1,"type":"measurement","run_id":"20260302t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-02T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(5,3,'{"schema_version":1,"type":"measurement","run_id":"20260302t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-02T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(5,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260302t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-02T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(5,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260302t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-02T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(5,6,'{"schema_version": 1, "type": "end", "run_id": "20260302t010000z-000000000000", "finished_at": "2026-03-02T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(6,1,'{"schema_version": 1, "type": "run", "run_id": "20260303t010000z-000000000000", "started_at": "2026-03-03T01:00:00.000000Z", "night": "2026-03-03", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(6,2,'{"schema_version":1,"type":"measurement","run_id":"20260303t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-03T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(6,3,'{"schema_version":1,"type":"measurement","run_id":"20260303t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-03T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(6,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260303t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-03T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(6,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260303t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-03T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(6,6,'{"schema_version": 1, "type": "end", "run_id": "20260303t010000z-000000000000", "finished_at": "2026-03-03T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(7,1,'{"schema_version": 1, "type": "run", "run_id": "20260304t010000z-000000000000", "started_at": "2026-03-04T01:00:00.000000Z", "night": "2026-03-04", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(7,2,'{"schema_version":1,"type":"measurement","run_id":"20260304t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-04T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(7,3,'{"schema_version":1,"type":"measurement","run_id":"20260304t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-04T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(7,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260304t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-04T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(7,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260304t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-04T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(7,6,'{"schema_version": 1, "type": "end", "run_id": "20260304t010000z-000000000000", "finished_at": "2026-03-04T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(8,1,'{"schema_version": 1, "type": "run", "run_id": "20260305t010000z-000000000000", "started_at": "2026-03-05T01:00:00.000000Z", "night": "2026-03-05", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(8,2,'{"schema_version":1,"type":"measurement","run_id":"20260305t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-05T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(8,3,'{"schema_version":1,"type":"measurement","run_id":"20260305t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-05T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(8,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260305t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-05T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(8,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260305t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-05T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(8,6,'{"schema_version": 1, "type": "end", "run_id": "20260305t010000z-000000000000", "finished_at": "2026-03-05T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(9,1,'{"schema_version": 1, "type": "run", "run_id": "20260306t010000z-000000000000", "started_at": "2026-03-06T01:00:00.000000Z", "night": "2026-03-06", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(9,2,'{"schema_version":1,"type":"measurement","run_id":"20260306t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-06T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(9,3,'{"schema_version":1,"type":"measurement","run_id":"20260306t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-06T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(9,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260306t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-06T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(9,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260306t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-06T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(9,6,'{"schema_version": 1, "type": "end", "run_id": "20260306t010000z-000000000000", "finished_at": "2026-03-06T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(10,1,'{"schema_version": 1, "type": "run", "run_id": "20260307t010000z-000000000000", "started_at": "2026-03-07T01:00:00.000000Z", "night": "2026-03-07", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(10,2,'{"schema_version":1,"type":"measurement","run_id":"20260307t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-07T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(10,3,'{"schema_version":1,"type":"measurement","run_id":"20260307t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-07T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(10,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260307t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-07T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(10,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260307t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-07T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(10,6,'{"schema_version": 1, "type": "end", "run_id": "20260307t010000z-000000000000", "finished_at": "2026-03-07T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(11,1,'{"schema_version": 1, "type": "run", "run_id": "20260308t010000z-000000000000", "started_at": "2026-03-08T01:00:00.000000Z", "night": "2026-03-08", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(11,2,'{"schema_version":1,"type":"measurement","run_id":"20260308t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-08T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.05,"wall_samples_per_second":50.05,"step_time_ms":19.980019980019982,"step_time_mean_ms":19.980019980019982,"step_time_p5_ms":19.980019980019982,"step_time_p90_ms":19.980019980019982,"step_time_p95_ms":19.980019980019982,"step_time_p99_ms":19.980019980019982,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(11,3,'{"schema_version":1,"type":"measurement","run_id":"20260308t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-08T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(11,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260308t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-08T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(11,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260308t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-08T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(11,6,'{"schema_version": 1, "type": "end", "run_id": "20260308t010000z-000000000000", "finished_at": "2026-03-08T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(12,1,'{"schema_version": 1, "type": "run", "run_id": "20260309t010000z-000000000000", "started_at": "2026-03-09T01:00:00.000000Z", "night": "2026-03-09", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(12,2,'{"schema_version":1,"type":"measurement","run_id":"20260309t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-09T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.1,"wall_samples_per_second":50.1,"step_time_ms":19.96007984031936,"step_time_mean_ms":19.96007984031936,"step_time_p5_ms":19.96007984031936,"step_time_p90_ms":19.96007984031936,"step_time_p95_ms":19.96007984031936,"step_time_p99_ms":19.96007984031936,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(12,3,'{"schema_version":1,"type":"measurement","run_id":"20260309t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-09T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(12,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260309t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-09T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(12,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260309t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-09T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(12,6,'{"schema_version": 1, "type": "end", "run_id": "20260309t010000z-000000000000", "finished_at": "2026-03-09T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(13,1,'{"schema_version": 1, "type": "run", "run_id": "20260310t010000z-000000000000", "started_at": "2026-03-10T01:00:00.000000Z", "night": "2026-03-10", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(13,2,'{"schema_version":1,"type":"measurement","run_id":"20260310t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-10T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":50.0,"wall_samples_per_second":50.0,"step_time_ms":20.0,"step_time_mean_ms":20.0,"step_time_p5_ms":20.0,"step_time_p90_ms":20.0,"step_time_p95_ms":20.0,"step_time_p99_ms":20.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(13,3,'{"schema_version":1,"type":"measurement","run_id":"20260310t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-10T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(13,4,'{"schema_version": 1, "type": "measurement", "run_id": "20260310t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-10T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(13,5,'{"schema_version": 1, "type": "measurement", "run_id": "20260310t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-10T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(13,6,'{"schema_version": 1, "type": "end", "run_id": "20260310t010000z-000000000000", "finished_at": "2026-03-10T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
INSERT INTO "source_rows" VALUES(14,1,'{"schema_version": 1, "type": "run", "run_id": "20260311t010000z-000000000000", "started_at": "2026-03-11T01:00:00.000000Z", "night": "2026-03-11", "timezone": "Europe/Berlin", "machine": "lab", "purpose": "nightly", "protocol_version": 1, "time_scale": 1.0, "limits": {"min_count": 30}, "settings": {"device": "cpu", "task": "infer", "precision": "fp32", "layout": "nchw", "compile": "off", "compile_mode": null, "threads": null}, "seed": 0, "shard": [1, 1], "environment": {"device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": null}, "host": {"cpu_model": "Abacus(R) CPU @ 2 Hz", "cpu_count": 2, "memory_mib": 2048, "os": "Linux 6.1", "python": "3.11.7"}, "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": null, "cudnn": null, "threads": 2}, "optional": {"rich": null, "nvidia-ml-py": null}, "unsupported_precisions": {}}}');
INSERT INTO "source_rows" VALUES(14,2,'{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(14,3,'{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"vgg11","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":1,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":20.0,"wall_samples_per_second":20.0,"step_time_ms":50.0,"step_time_mean_ms":50.0,"step_time_p5_ms":50.0,"step_time_p90_ms":50.0,"step_time_p95_ms":50.0,"step_time_p99_ms":50.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(14,4,'{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":2,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(14,5,'{"schema_version":1,"type":"measurement","run_id":"20260311t010000z-000000000000","model":"resnet50","img_size":224,"batch_size":1,"is_max_batch_size":false,"repeat":3,"started_at":"2026-03-11T01:01:00.000000Z","duration_s":8.5,"status":"ok","reason":null,"is_low_n":false,"sample_count":3,"warmup":{"count":10,"duration_s":1.0,"is_steady":true},"first_step_s":0.1,"compile_time_s":null,"clock_overhead_ms":0.0001,"peak_memory_bytes":536870912,"peak_memory_reserved_bytes":null,"parameters":25557032,"is_output_finite":true,"energy_per_image_j":null,"device_state":{"other_cpu_share":0.01},"samples_per_second":40.0,"wall_samples_per_second":40.0,"step_time_ms":25.0,"step_time_mean_ms":25.0,"step_time_p5_ms":25.0,"step_time_p90_ms":25.0,"step_time_p95_ms":25.0,"step_time_p99_ms":25.0,"step_time_mad_ms":0.0,"step_time_cv":0.0,"gmacs":4.1,"macts":11.1,"cost_counter":"torch.utils.flop_counter"}');
INSERT INTO "source_rows" VALUES(14,6,'{"schema_version": 1, "type": "measurement", "run_id": "20260311t010000z-000000000000", "model": "vgg16", "img_size": 224, "batch_size": 4, "is_max_batch_size": false, "repeat": 1, "started_at": "2026-03-11T01:01:00.000000Z", "duration_s": 8.5, "status": "oom", "reason": "it ended in oom"}');
INSERT INTO "source_rows" VALUES(14,7,'{"schema_version": 1, "type": "measurement", "run_id": "20260311t010000z-000000000000", "model": "vgg19", "img_size": 224, "batch_size": null, "is_max_batch_size": true, "repeat": 1, "started_at": "2026-03-11T01:01:00.000000Z", "duration_s": 8.5, "status": "error", "reason": "it ended in error"}');
INSERT INTO "source_rows" VALUES(14,8,'{"schema_version": 1, "type": "end", "run_id": "20260311t010000z-000000000000", "finished_at": "2026-03-11T02:00:00.000000Z", "statuses": {}, "control_drift": 0.01}');
CREATE TABLE sources (
	id INTEGER NOT NULL, 
	logical_source_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	uri VARCHAR NOT NULL, 
	revision VARCHAR, 
	published_at VARCHAR(27), 
	retrieved_at VARCHAR(27) NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	byte_count INTEGER NOT NULL, 
	row_count INTEGER NOT NULL, 
	header VARCHAR, 
	licence VARCHAR, 
	is_current BOOLEAN NOT NULL, 
	CONSTRAINT pk_sources PRIMARY KEY (id), 
	CONSTRAINT ck_sources_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_sources_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id)
);
INSERT INTO "sources" VALUES(1,1,'results-imagenet.csv','memory:results-imagenet.csv',NULL,NULL,'2026-01-01T00:00:00.000000Z','42dede9b05a6e047a2dd708f03718ab9413b91ab8705e9d25ee54541583b6135',209,2,'["model","img_size","top1","top1_err","top5","top5_err","param_count","crop_pct","interpolation"]',NULL,1);
INSERT INTO "sources" VALUES(2,2,'benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv','memory:benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv',NULL,NULL,'2026-01-01T00:00:00.000000Z','19dae977764a7ef326b60981c8e62e501360dd388dab221c1cb897ed48222662',192,2,'["model","infer_samples_per_sec","infer_step_time","infer_batch_size","infer_img_size","infer_gmacs","infer_macts","param_count"]',NULL,1);
INSERT INTO "sources" VALUES(3,3,'catalog-notes.md','memory:catalog-notes.md',NULL,NULL,'2026-01-01T00:00:00.000000Z','98dcd398ec16ce5e228bc5b6c7082349b75de5d36844dd5c0eee0a8df9363bf9',87,5,NULL,NULL,1);
INSERT INTO "sources" VALUES(4,4,'bench-20260301t010000z-000000000000.jsonl','memory:bench-20260301t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','686bb80e3c60f50aa60eabf60fd9b91e2e7c829a924e2f1590e77a1fd321be73',3633,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(5,5,'bench-20260302t010000z-000000000000.jsonl','memory:bench-20260302t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','85522d9441da15d32ba8b673b5f989ec4f40c7c9942557fdb5311730afec8285',3761,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(6,6,'bench-20260303t010000z-000000000000.jsonl','memory:bench-20260303t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','a782897ee4c8ec0a87cc5bc42025b1dad1540bb630aeb106f957f7b59059aee2',3750,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(7,7,'bench-20260304t010000z-000000000000.jsonl','memory:bench-20260304t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','184eaac1243147b6987dfc7f01d07f231e7828461d54bf45347853f73c4a80c6',3633,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(8,8,'bench-20260305t010000z-000000000000.jsonl','memory:bench-20260305t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','a626873f0a33506c23b85b547ef6c3c404a5efddbf5da0f3d37c9c39fbb770d2',3761,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(9,9,'bench-20260306t010000z-000000000000.jsonl','memory:bench-20260306t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','45aec0d6551ea3e9f7b8a281f8b17e02ca56c470ba6d2fc98417d42751e1c81d',3750,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(10,10,'bench-20260307t010000z-000000000000.jsonl','memory:bench-20260307t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','b4e64e0f90fe0cdd07d0d57a5ef0d5ba16fee3dce8a1d7c5888934eb7c78d567',3633,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(11,11,'bench-20260308t010000z-000000000000.jsonl','memory:bench-20260308t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','116a8088b77efaea2ba3f623490f7b18ddcaf36e8fe3efd92077fb23faa3dcf7',3761,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(12,12,'bench-20260309t010000z-000000000000.jsonl','memory:bench-20260309t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','8a3e9e733a723e5b0e21e04d12cdbfa1db071a9a7f958862bf4d6b427510bb7e',3750,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(13,13,'bench-20260310t010000z-000000000000.jsonl','memory:bench-20260310t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','77944cfb3880dbb3c92504e82d5933c3b5d295ab73b6895a7edc0d2e4a70f888',3633,6,NULL,NULL,1);
INSERT INTO "sources" VALUES(14,14,'bench-20260311t010000z-000000000000.jsonl','memory:bench-20260311t010000z-000000000000.jsonl',NULL,NULL,'2026-01-01T00:00:00.000000Z','bd24800d7a25e45ebabd6818ec7a133aac79a6df5e0a3c784338cb48951e7009',5653,8,NULL,NULL,1);
CREATE TABLE variant_labels (
	id INTEGER NOT NULL, 
	logical_source_id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	until_source_id INTEGER, 
	variant_id INTEGER NOT NULL, 
	name_written VARCHAR NOT NULL, 
	pretrain VARCHAR NOT NULL, 
	CONSTRAINT pk_variant_labels PRIMARY KEY (id), 
	CONSTRAINT ck_variant_labels_until_after_from CHECK (until_source_id > source_id), 
	CONSTRAINT fk_variant_labels_logical_source_id FOREIGN KEY(logical_source_id) REFERENCES logical_sources (id), 
	CONSTRAINT fk_variant_labels_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT fk_variant_labels_until_source_id FOREIGN KEY(until_source_id) REFERENCES sources (id), 
	CONSTRAINT fk_variant_labels_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id), 
	CONSTRAINT uq_variant_labels_logical_source_id_name_written_source_id UNIQUE (logical_source_id, name_written, source_id)
);
CREATE TABLE variant_papers (
	variant_id INTEGER NOT NULL, 
	paper_id INTEGER NOT NULL, 
	relation VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	confidence VARCHAR NOT NULL, 
	CONSTRAINT pk_variant_papers PRIMARY KEY (variant_id, paper_id), 
	CONSTRAINT ck_variant_papers_confidence_vocabulary CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'), 
	CONSTRAINT ck_variant_papers_relation_vocabulary CHECK (relation = 'trains'), 
	CONSTRAINT ck_variant_papers_source_vocabulary CHECK (source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'), 
	CONSTRAINT fk_variant_papers_paper_id FOREIGN KEY(paper_id) REFERENCES papers (id), 
	CONSTRAINT fk_variant_papers_variant_id FOREIGN KEY(variant_id) REFERENCES variants (id)
);
CREATE TABLE variants (
	id INTEGER NOT NULL, 
	model_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	tag VARCHAR, 
	licence_id INTEGER, 
	hub_id VARCHAR, 
	class_count INTEGER, 
	interpolation VARCHAR, 
	crop_mode VARCHAR, 
	mean JSON, 
	std JSON, 
	pretrained_on VARCHAR, 
	fine_tuned_on VARCHAR, 
	recipe VARCHAR, 
	origin VARCHAR, 
	is_distilled BOOLEAN, 
	extra_data VARCHAR, 
	trained_by VARCHAR, 
	is_registered BOOLEAN NOT NULL, 
	is_default BOOLEAN NOT NULL, 
	source_id INTEGER, 
	line INTEGER, 
	CONSTRAINT pk_variants PRIMARY KEY (id), 
	CONSTRAINT ck_variants_class_count_not_negative CHECK (class_count >= 0), 
	CONSTRAINT fk_variants_licence_id FOREIGN KEY(licence_id) REFERENCES licences (id), 
	CONSTRAINT fk_variants_model_id FOREIGN KEY(model_id) REFERENCES models (id), 
	CONSTRAINT fk_variants_source_id_line FOREIGN KEY(source_id, line) REFERENCES source_rows (source_id, line), 
	CONSTRAINT uq_variants_name UNIQUE (name)
);
INSERT INTO "variants" VALUES(1,1,'coat_lite_mini.in1k','in1k',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ImageNet-1k',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL);
INSERT INTO "variants" VALUES(2,2,'resnet50.a1_in1k','a1_in1k',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ImageNet-1k',NULL,'ResNet strikes back A1','timm',NULL,NULL,NULL,0,0,NULL,NULL);
CREATE INDEX ix_datasets_paper_id ON datasets (paper_id);
CREATE INDEX ix_sources_logical_source_id ON sources (logical_source_id, id);
CREATE UNIQUE INDEX uq_sources_current ON sources (logical_source_id) WHERE is_current;
CREATE INDEX ix_problems_source_id ON problems (source_id, line);
CREATE INDEX ix_models_family_id ON models (family_id);
CREATE INDEX ix_models_year ON models (year);
CREATE INDEX ix_model_papers_paper_id ON model_papers (paper_id);
CREATE UNIQUE INDEX uq_model_papers_introduces ON model_papers (model_id) WHERE relation = 'introduces';
CREATE INDEX ix_variants_licence_id ON variants (licence_id);
CREATE INDEX ix_variants_model_id ON variants (model_id, name);
CREATE INDEX ix_aliases_model_id ON aliases (model_id);
CREATE INDEX ix_aliases_variant_id ON aliases (variant_id);
CREATE INDEX ix_evaluations_shown ON evaluations (dataset_id, img_size, top1, id) WHERE is_shown = 1;
CREATE INDEX ix_evaluations_variant_id ON evaluations (variant_id, dataset_id, img_size);
CREATE UNIQUE INDEX uq_evaluations_current ON evaluations (logical_source_id, name_written, img_size) WHERE until_source_id IS NULL;
CREATE INDEX ix_notes_link_variant_id ON notes (link_variant_id);
CREATE INDEX ix_variant_labels_variant_id ON variant_labels (variant_id);
CREATE UNIQUE INDEX uq_variant_labels_current ON variant_labels (logical_source_id, name_written) WHERE until_source_id IS NULL;
CREATE INDEX ix_variant_papers_paper_id ON variant_papers (paper_id);
CREATE INDEX ix_note_models_family_id ON note_models (family_id);
CREATE INDEX ix_note_models_model_id ON note_models (model_id);
CREATE INDEX ix_note_models_variant_id ON note_models (variant_id);
CREATE INDEX ix_alerts_device_key ON alerts (device_key);
CREATE INDEX ix_alerts_raised_at ON alerts (raised_at);
CREATE INDEX ix_alerts_run_id ON alerts (run_id);
CREATE INDEX ix_alerts_series_id ON alerts (series_id);
CREATE INDEX ix_change_points_run_id ON change_points (run_id);
CREATE INDEX ix_benchmark_runs_environment_id ON benchmark_runs (environment_id);
CREATE INDEX ix_environments_device_key ON environments (device_key);
CREATE INDEX ix_measurements_model_id ON measurements (model_id, img_size, run_id);
CREATE UNIQUE INDEX uq_measurements_without_batch_size ON measurements (run_id, name_written, img_size, repeat, source_id) WHERE batch_size IS NULL;
COMMIT;

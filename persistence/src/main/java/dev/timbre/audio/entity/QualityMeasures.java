package dev.timbre.audio.entity;

/**
 * What was measured in the sound. All channels count; nothing is taken from a downmix, which an
 * antiphase recording would turn into silence. Values that silence or a single channel does not
 * have are null, never infinite.
 *
 * @param integratedLufs loudness by ITU-R BS.1770 and EBU R 128, in LUFS; null when there is none
 * @param loudnessRangeLu loudness range by EBU Tech 3342, in LU; null below 3 s or in silence
 * @param samplePeakDbfs largest sample, in dBFS; null for digital silence
 * @param truePeakDbtp largest value between samples, four times oversampled, in dBTP; null for
 *     digital silence
 * @param clippedShare share of samples at full scale in runs of at least three, 0 to 1
 * @param dcOffset largest absolute mean of a channel, 0 to 1
 * @param noiseFloorDbfs level that 10 % of the frames that are not digital silence stay below, in
 *     dBFS; null when all is silent
 * @param snrDb estimated distance of speech above the noise floor, in dB; null when all is silent
 * @param silenceShare share of frames far below the loud ones, 0 to 1
 * @param speechSeconds what is not silence, in seconds
 * @param channelCorrelation -1 (antiphase) to 1 (same sound); null for one channel or a dead one
 * @param channelLevelDifferenceDb how much louder the louder channel is, in dB, at most 120; null
 *     for one channel or when both are silent
 * @param lowFrequencyShare share of power below 80 Hz, without the DC offset, 0 to 1
 */
public record QualityMeasures(
    Double integratedLufs,
    Double loudnessRangeLu,
    Double samplePeakDbfs,
    Double truePeakDbtp,
    double clippedShare,
    double dcOffset,
    Double noiseFloorDbfs,
    Double snrDb,
    double silenceShare,
    double speechSeconds,
    Double channelCorrelation,
    Double channelLevelDifferenceDb,
    double lowFrequencyShare) {}

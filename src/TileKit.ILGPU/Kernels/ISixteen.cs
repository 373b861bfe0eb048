namespace TileKit.Ilgpu;

/// <summary>Sixteen lanes, by fours.</summary>
internal interface ISixteen<TSelf, TFour>
{
    TFour Four0 { get; }

    TFour Four1 { get; }

    TFour Four2 { get; }

    TFour Four3 { get; }

    static abstract TSelf Of(TFour four0, TFour four1, TFour four2, TFour four3);
}

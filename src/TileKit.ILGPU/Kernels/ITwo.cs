namespace TileKit.Ilgpu;

/// <summary>Two lanes.</summary>
internal interface ITwo<TSelf, TLane>
{
    TLane Lane0 { get; }

    TLane Lane1 { get; }

    static abstract TSelf Of(TLane lane0, TLane lane1);
}

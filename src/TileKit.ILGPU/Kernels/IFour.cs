namespace TileKit.Ilgpu;

/// <summary>Four lanes.</summary>
internal interface IFour<TSelf, TLane>
{
    TLane Lane0 { get; }

    TLane Lane1 { get; }

    TLane Lane2 { get; }

    TLane Lane3 { get; }

    static abstract TSelf Of(TLane lane0, TLane lane1, TLane lane2, TLane lane3);
}

using TileKit.Generators.IR;
using TileKit.Generators.Passes;
using TileKit.Generators.Passes.Ilgpu;

namespace TileKit.Generators.Emit.Ilgpu;

/// <summary>
/// Writes the loads and stores between registers and global memory. A tile that is whole and aligned moves in vectors without a test;
/// at the edges each lane is tested.
/// </summary>
internal sealed class GlobalMemoryEmitter(IlgpuPlan plan, Registers registers, IndentedWriter writer)
{
    private int Lanes => registers.Lanes;

    public void Load(LoadOp load)
    {
        var (window, value) = (load.Window, load.Result);
        var format = Element(window).Format();
        var (rows, cols) = (plan.Extents.Rows(value), plan.Extents.Cols(value));
        var memory = $"w{value.Id}";
        writer.Line($"var {memory} = {ScalarText.At(window, plan.Kernel)};");
        if (window.Kind == WindowKind.ColVec)
        {
            for (var i = 0; i < registers.AllRows(value); i++)
            {
                writer.Line($"{value.Type.Element.Scalar()} {registers.Name(value, i, 0)} = r{i} < {rows} ? {format}.Load({memory}, r{i}) : {value.Type.Element.Nothing()};");
            }

            return;
        }

        var element = Element(window);
        string Moved(int i, int h) => element.IsBits() ? $"b{value.Id}_{i}_{h}" : registers.Name(value, i, h);
        ForEach(value, (i, h) => writer.Line($"var {Moved(i, h)} = new {element.Moved(Lanes)}();"));
        Whole(
            window,
            value,
            rows,
            cols,
            (i, h, index) => $"{Moved(i, h)} = {element.Mover()}.Load{Lanes}({memory}, {index});",
            (i, h, index, count) => $"{Moved(i, h)} = {element.Mover()}.Load{Lanes}({memory}, {index}, {count});");
        if (element.IsBits())
        {
            ForEach(value, (i, h) => writer.Line($"var {registers.Name(value, i, h)} = {element.Widen(Moved(i, h))};"));
        }
    }

    public void Store(StoreStep step)
    {
        var (window, value) = (step.Op.Window, step.Op.Stored);
        var format = Element(window).Format();
        using var scope = writer.Open();
        writer.Line($"var w0 = {ScalarText.At(window, plan.Kernel)};");
        if (window.Kind == WindowKind.ColVec)
        {
            // all threads of a row have the element
            using var first = writer.Open("if (tc0 == 0)");
            for (var i = 0; i < registers.AllRows(value); i++)
            {
                using var inside = writer.Open($"if (r{i} < {step.Rows})");
                writer.Line($"{format}.Store(w0, r{i}, {registers.Scalar(value, i)});");
            }

            return;
        }

        if (window.Kind == WindowKind.RowVec)
        {
            using var first = writer.Open("if (tr0 == 0)");
            WriteWhole();
        }
        else
        {
            WriteWhole();
        }

        void WriteWhole()
        {
            var element = Element(window);
            if (element.IsBits())
            {
                ForEach(value, (i, h) => writer.Line($"var b{i}_{h} = {element.Narrow(registers.Spread(value, i, h))};"));
            }

            string Moved(int i, int h) => element.IsBits() ? $"b{i}_{h}" : registers.Spread(value, i, h);
            Whole(
                window,
                value,
                step.Rows,
                step.Cols,
                (i, h, index) => $"{element.Mover()}.Store{Lanes}(w0, {index}, {Moved(i, h)});",
                (i, h, index, count) => $"{element.Mover()}.Store{Lanes}(w0, {index}, {Moved(i, h)}, {count});");
        }
    }

    /// <summary>Rows by their numbers: each row has a place of its own, and one that does not exist is zeros.</summary>
    public void Gather(GatherOp gather)
    {
        var (value, matrix) = (gather.Result, gather.Matrix);
        var (element, type) = (plan.Kernel.Tensors[matrix.Tensor].Element, value.Type.Element.Lanes(Lanes));
        var (rows, cols, nominalCols) = (plan.Extents.Rows(value), plan.Extents.Cols(value), Registers.NominalCols(value));
        var isWhole = nominalCols % 4 == 0 && plan.Variant.Threads.DividesCols(nominalCols)
            ? Uniform.All(Uniform.Covers(cols, nominalCols), ScalarText.IsAligned(matrix, plan.Kernel))
            : "";
        for (var i = 0; i < registers.AllRows(value); i++)
        {
            for (var h = 0; h < registers.AllChunks(value); h++)
            {
                writer.Line($"var {registers.Name(value, i, h)} = new {type}();");
            }

            var number = $"q{value.Id}_{i}";
            writer.Line($"int {number} = {registers.Scalar(gather.Rows, i)};");
            using (writer.Open($"if (r{i} < {rows} & (uint){number} < (uint){ScalarText.Dimension(matrix, Axis.Rows, plan.Kernel)})"))
            {
                writer.Line($"var w{value.Id} = {ScalarText.At(matrix, number, $"s{gather.Col.Id} * {nominalCols}", plan.Kernel)};");
                if (isWhole.Length > 0)
                {
                    using (writer.Open($"if ({isWhole})"))
                    {
                        Write(h => element.Widen($"{element.Mover()}.Load{Lanes}(w{value.Id}, c{h})"));
                    }

                    using (writer.Open("else"))
                    {
                        Write(h => element.Widen($"{element.Mover()}.Load{Lanes}(w{value.Id}, c{h}, {cols} - c{h})"));
                    }
                }
                else
                {
                    Write(h => element.Widen($"{element.Mover()}.Load{Lanes}(w{value.Id}, c{h}, {cols} - c{h})"));
                }
            }

            void Write(System.Func<int, string> load)
            {
                for (var h = 0; h < registers.AllChunks(value); h++)
                {
                    writer.Line($"{registers.Name(value, i, h)} = {load(h)};");
                }
            }
        }
    }

    /// <summary>Adds a tile or vector to memory, each element as one step.</summary>
    public void Add(AddStep step)
    {
        using var scope = writer.Open();
        switch (step.Op)
        {
            case AtomicAddOp add:
                writer.Line($"var w0 = {ScalarText.At(add.Window, plan.Kernel)};");
                ForEach(add.Stored, (i, h) => writer.Line(
                    $"Atomics.Add{Lanes}(w0, r{i} * {ScalarText.RowStride(add.Window.Matrix, plan.Kernel)} + c{h}, {registers.Spread(add.Stored, i, h)}, {Count(i, h)});"));
                break;
            case ScatterAddOp { Col: { } col } add:
                for (var i = 0; i < registers.AllRows(add.Stored); i++)
                {
                    using var row = writer.Open();
                    writer.Line($"int q0 = {registers.Scalar(add.Numbers, i)};");
                    using var inside = writer.Open($"if ((uint)q0 < (uint){ScalarText.Dimension(add.Matrix, Axis.Rows, plan.Kernel)})");
                    writer.Line($"var w0 = {ScalarText.At(add.Matrix, "q0", $"s{col.Id} * {Registers.NominalCols(add.Stored)}", plan.Kernel)};");
                    for (var h = 0; h < registers.AllChunks(add.Stored); h++)
                    {
                        writer.Line($"Atomics.Add{Lanes}(w0, c{h}, {registers.Spread(add.Stored, i, h)}, {Count(i, h)});");
                    }
                }

                break;
            case ScatterAddOp add:
                // all threads of a row have the element
                using (writer.Open($"if (tc0 == 0 & {ScalarText.Dimension(add.Matrix, Axis.Rows, plan.Kernel)} > 0)"))
                {
                    for (var i = 0; i < registers.AllRows(add.Stored); i++)
                    {
                        using var row = writer.Open();
                        writer.Line($"int q0 = {registers.Scalar(add.Numbers, i)};");
                        using var inside = writer.Open($"if (r{i} < {step.Rows} & (uint)q0 < (uint){ScalarText.Dimension(add.Matrix, Axis.Cols, plan.Kernel)})");
                        writer.Line($"Atomics.Add({ScalarText.At(add.Matrix, "0", "q0", plan.Kernel)}, 0, {registers.Scalar(add.Stored, i)});");
                    }
                }

                break;
        }

        string Count(int i, int h) => $"r{i} < {step.Rows} ? {step.Cols} - c{h} : 0";
    }

    private ElementType Element(Window window) => plan.Kernel.Tensors[window.Matrix.Tensor].Element;

    private void Whole(
        Window window, Value value, ExtentSet rows, ExtentSet cols, System.Func<int, int, string, string> whole, System.Func<int, int, string, string, string> part)
    {
        var stride = ScalarText.RowStride(window.Matrix, plan.Kernel);
        var (nominalRows, nominalCols) = (Registers.NominalRows(value), Registers.NominalCols(value));
        var isTile = window.Kind == WindowKind.Tile;
        var threads = plan.Variant.Threads;
        var divides = nominalCols % 4 == 0 && threads.DividesCols(nominalCols) && (!isTile || threads.DividesRows(nominalRows));
        string Index(int i, int h) => isTile ? $"r{i} * {stride} + c{h}" : $"c{h}";
        if (divides)
        {
            var test = Uniform.All(isTile ? Uniform.Covers(rows, nominalRows) : "", Uniform.Covers(cols, nominalCols), ScalarText.IsAligned(window.Matrix, plan.Kernel));
            using (writer.Open($"if ({test})"))
            {
                ForEach(value, (i, h) => writer.Line(whole(i, h, Index(i, h))));
            }

            using (writer.Open("else"))
            {
                WritePart();
            }
        }
        else
        {
            WritePart();
        }

        void WritePart() => ForEach(value, (i, h) =>
        {
            var count = $"{cols} - c{h}";
            writer.Line(part(i, h, Index(i, h), isTile ? $"r{i} < {rows} ? {count} : 0" : count));
        });
    }

    private void ForEach(Value value, System.Action<int, int> action)
    {
        var rows = value.Type is TileType ? registers.AllRows(value) : 1;
        for (var i = 0; i < rows; i++)
        {
            for (var h = 0; h < registers.AllChunks(value); h++)
            {
                action(i, h);
            }
        }
    }
}
